/// Not every verb and option is listed; the options are those of all verbs together.
enum Nft {
  static let entry = ProgramEntry("nft") { _ in program }

  private static let program = Program.shipped(
    .gnu, "nft(8)",
    """
    nft {open}
      -h
      --help
      -v
      --version
      -V
      -c {dry}
      --check {dry}
      -f=VALUE...
      --file=VALUE...
      -i
      --interactive
      -I=VALUE...
      --includepath=VALUE...
      -D=VALUE...
      --define=VALUE...
      -a
      --handle
      -s
      --stateless
      -t
      --terse
      -S
      --service
      -N
      --reversedns
      -u
      --guid
      -n
      --numeric
      -y
      --numeric-priority
      -p
      --numeric-protocol
      -T
      --numeric-time
      -j
      --json
      -d=VALUE...
      --debug=VALUE...
      -e
      --echo
      -o
      --optimize
      add [WORDS...] {write} {open}
      create [WORDS...] {write} {open}
      delete [WORDS...] {destructive} {open}
      destroy [WORDS...] {destructive} {open}
      describe [WORDS...] {open}
      export [WORDS...] {open}
      flush [WORDS...] {destructive} {open}
      get [WORDS...] {open}
      import [WORDS...] {write} {open}
      insert [WORDS...] {write} {open}
      list [WORDS...] {open}
      monitor [WORDS...] {open}
      rename [WORDS...] {write} {open}
      replace [WORDS...] {write} {open}
      reset [WORDS...] {write} {open}
    """)
}
