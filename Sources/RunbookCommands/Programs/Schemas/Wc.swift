enum Wc {
  static let entry = ProgramEntry("wc") { _ in program }

  private static let program = Program.shipped(
    .gnu, "wc(1), coreutils 9.1",
    """
    wc [FILE:path...]
      -c --bytes
      -m --chars
      -l --lines
      --files0-from=F:path
      -L --max-line-length
      -w --words
      --help {alone}
      --version {alone}
    """)
}
