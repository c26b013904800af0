/// Not every verb and option is listed; the options are those of all verbs together.
enum Supervisorctl {
  static let entry = ProgramEntry("supervisorctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "supervisorctl, from its documentation",
    """
    supervisorctl {open}
      -c=VALUE...
      --configuration=VALUE...
      -h
      --help
      -i
      --interactive
      -s=VALUE...
      --serverurl=VALUE...
      -u=VALUE...
      --username=VALUE...
      -p=VALUE...
      --password=VALUE...
      -r
      --history-file=VALUE...
      add [WORDS...] {write} {open}
      avail [WORDS...] {open}
      clear [WORDS...] {write} {open}
      exit [WORDS...] {open}
      fg [WORDS...] {open}
      help [WORDS...] {open}
      maintail [WORDS...] {open}
      open [WORDS...] {open}
      pid [WORDS...] {open}
      quit [WORDS...] {open}
      reload [WORDS...] {write} {open}
      remove [WORDS...] {write} {open}
      reread [WORDS...] {open}
      restart [WORDS...] {write} {open}
      shutdown [WORDS...] {write} {open}
      signal [WORDS...] {write} {open}
      start [WORDS...] {write} {open}
      status [WORDS...] {open}
      stop [WORDS...] {write} {open}
      tail [WORDS...] {open}
      update [WORDS...] {write} {open}
      version [WORDS...] {open}
    """)
}
