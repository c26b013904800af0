enum Base64 {
  static let entry = ProgramEntry("base64") { _ in program }

  private static let program = Program.shipped(
    .gnu, "base64(1), coreutils 9.1",
    """
    base64 [FILE:path]
      -d --decode
      -i --ignore-garbage
      -w --wrap=COLS
      --help {alone}
      --version {alone}
    """)
}
