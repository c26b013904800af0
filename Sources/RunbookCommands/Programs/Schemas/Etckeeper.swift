/// Not every verb and option is listed; the options are those of all verbs together.
enum Etckeeper {
  static let entry = ProgramEntry("etckeeper") { _ in program }

  private static let program = Program.shipped(
    .gnu, "etckeeper(8)",
    """
    etckeeper {open}
      -d=VALUE...
      -h
      --help
      commit [WORDS...] {write} {open}
      init [WORDS...] {write} {open}
      pre-commit [WORDS...] {open}
      pre-install [WORDS...] {open}
      post-install [WORDS...] {write} {open}
      uninit [WORDS...] {destructive} {open}
      update-ignore [WORDS...] {write} {open}
      vcs [WORDS...] {write} {open}
      list-installed [WORDS...] {open}
      unclean [WORDS...] {open}
    """)
}
