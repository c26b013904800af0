/// Not every verb and option is listed; the options are those of all verbs together.
enum WgQuick {
  static let entry = ProgramEntry("wg-quick") { _ in program }

  private static let program = Program.shipped(
    .posix, "wg-quick(8)",
    """
    wg-quick {open}
      -h
      --help
      up [WORDS...] {write} {open}
      down [WORDS...] {write} {open}
      save [WORDS...] {write} {open}
      strip [WORDS...] {open}
    """)
}
