enum Fold {
  static let entry = ProgramEntry("fold") { _ in program }

  private static let program = Program.shipped(
    .gnu, "fold(1), coreutils 9.1",
    """
    fold [FILE:path...]
      -b --bytes
      -s --spaces
      -w --width=WIDTH
      --help {alone}
      --version {alone}
    """)
}
