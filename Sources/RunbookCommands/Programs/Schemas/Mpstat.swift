/// Options are listed from its own help and page; how they may be combined is not.
enum Mpstat {
  static let entry = ProgramEntry("mpstat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mpstat(1), sysstat 12.7 and 12.6",
    """
    mpstat [WORDS...] {open}
      -A
      -H
      -n
      -T
      -u
      -V
      -I[=VALUE]...
      -N[=VALUE]...
      -o[=VALUE]...
      -P[=VALUE]...
    """)
}
