/// Not every verb and option is listed; the options are those of all verbs together.
enum Zpool {
  static let entry = ProgramEntry("zpool") { _ in program }

  private static let program = Program.shipped(
    .posix, "zpool(8), from its documentation",
    """
    zpool {open}
      -?
      -h
      -V
      --version
      -f
      -n {dry}
      -o=VALUE...
      -O=VALUE...
      -R=VALUE...
      -m=VALUE...
      -t=VALUE...
      -d=VALUE...
      -D
      -F
      -N
      -X
      -a
      -c=VALUE...
      -l
      -v
      -L
      -P
      -p
      -H
      -T=VALUE...
      -s=VALUE...
      -g
      -i
      -q
      -r
      -w
      -y
      -x
      -u
      -C
      --power
      -e
      -z
      add [WORDS...] {write} {open}
      attach [WORDS...] {write} {open}
      checkpoint [WORDS...] {write} {open}
      clear [WORDS...] {write} {open}
      create [WORDS...] {write} {open}
      destroy [WORDS...] {destructive} {open}
      detach [WORDS...] {destructive} {open}
      events [WORDS...] {open}
      export [WORDS...] {write} {open}
      get [WORDS...] {open}
      history [WORDS...] {open}
      import [WORDS...] {write} {open}
      initialize [WORDS...] {write} {open}
      iostat [WORDS...] {open}
      labelclear [WORDS...] {destructive} {open}
      list [WORDS...] {open}
      offline [WORDS...] {write} {open}
      online [WORDS...] {write} {open}
      reguid [WORDS...] {write} {open}
      remove [WORDS...] {destructive} {open}
      reopen [WORDS...] {write} {open}
      replace [WORDS...] {write} {open}
      resilver [WORDS...] {write} {open}
      scrub [WORDS...] {write} {open}
      set [WORDS...] {write} {open}
      split [WORDS...] {write} {open}
      status [WORDS...] {open}
      sync [WORDS...] {write} {open}
      trim [WORDS...] {write} {open}
      upgrade [WORDS...] {write} {open}
      version [WORDS...] {open}
      wait [WORDS...] {open}
      ddtprune [WORDS...] {write} {open}
      prefetch [WORDS...] {write} {open}
    """)
}
