/// Options are listed from its own help and page; how they may be combined is not.
enum Pidstat {
  static let entry = ProgramEntry("pidstat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pidstat(1), sysstat 12.7 and 12.6",
    """
    pidstat [WORDS...] {open}
      -d
      -H
      -h
      -I
      -l
      -R
      -r
      -s
      -t
      -u
      -V
      -v
      -w
      -e[=VALUE]...
      -U[=VALUE]...
      -C[=VALUE]...
      -G[=VALUE]...
      -p[=VALUE]...
      -T[=VALUE]...
      --human
    """)
}
