enum Sar {
  static let entry = ProgramEntry("sar") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sar(1), sysstat 12.6.1",
    """
    # Optional and keyword values make more than a list of options.
    sar [WORD...] {open}
      -f=FILE:path
      -o=FILE:path
      -s=TIME
      -e=TIME
    """)
}
