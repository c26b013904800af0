/// Options are listed from its own help and page; how they may be combined is not.
enum Ipset {
  static let entry = ProgramEntry("ipset") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ipset(8), 7.24 and 7.17",
    """
    ipset {open}
      -o[=VALUE]...
      -s
      -q
      -r
      -!
      -n
      -t
      -f[=VALUE]...
      -exist
      -output[=VALUE]...
      -quiet
      -resolve
      -sorted
      -name
      -terse
      -file[=VALUE]...
      -p
      -a
      -m
      -e
      -u
      -b
      create|n [WORDS...] {write} {open}
      add [WORDS...] {write} {open}
      del [WORDS...] {write} {open}
      test [WORDS...] {open}
      destroy|x [WORDS...] {destructive} {open}
      list [WORDS...] {open}
      save [WORDS...] {open}
      restore [WORDS...] {write} {open}
      flush [WORDS...] {destructive} {open}
      rename [WORDS...] {write} {open}
      swap [WORDS...] {write} {open}
      help [WORDS...] {open}
      version {open}
    """)
}
