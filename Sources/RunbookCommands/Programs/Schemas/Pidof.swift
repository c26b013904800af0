enum Pidof {
  static let entry = ProgramEntry("pidof") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pidof(8), sysvinit-utils 3.06",
    """
    pidof PROGRAM...
      -s
      -c
      -n
      -q
      -x
      -z
      -o=OMITPID
      -d=SEP
      -h
    """)
}
