/// Not every verb and option is listed; the options are those of all verbs together.
enum Wg {
  static let entry = ProgramEntry("wg") { _ in program }

  private static let program = Program.shipped(
    .posix, "wg(8)",
    """
    wg {open}
      -h
      --help
      -v
      --version
      addconf [WORDS...] {write} {open}
      genkey [WORDS...] {open}
      genpsk [WORDS...] {open}
      help [WORDS...] {open}
      pubkey [WORDS...] {open}
      set [WORDS...] {write} {open}
      setconf [WORDS...] {write} {open}
      show [WORDS...] {open}
      showconf [WORDS...] {open}
      syncconf [WORDS...] {write} {open}
    """)
}
