enum Sync {
  static let entry = ProgramEntry("sync") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sync(1), coreutils 9.1",
    """
    sync [FILE:path...]
      -d --data
      -f --file-system
      --help {alone}
      --version {alone}
    """)
}
