enum Sleep {
  static let entry = ProgramEntry("sleep") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sleep(1), coreutils 9.1",
    """
    sleep NUMBER...
      --help {alone}
      --version {alone}
    """)
}
