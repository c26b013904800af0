enum Paste {
  static let entry = ProgramEntry("paste") { _ in program }

  private static let program = Program.shipped(
    .gnu, "paste(1), coreutils 9.1",
    """
    paste [FILE:path...]
      -d --delimiters=LIST
      -s --serial
      -z --zero-terminated
      --help {alone}
      --version {alone}
    """)
}
