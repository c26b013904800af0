enum Crontab {
  static let entry = ProgramEntry("crontab") { _ in program }

  private static let program = Program.shipped(
    .gnu, "crontab(1), cron 3.0pl1",
    """
    crontab [FILE:path] {write=operands}
      -h
      -n
      -e {write} {interactive}
      -l
      -r {destructive}
      -i
      -u=USER
    """)
}
