enum At {
  static let entry = ProgramEntry("at") { _ in program }

  private static let program = Program.shipped(
    .gnu, "at(1), 3.2.5",
    """
    at [TIME:tail...] {write}
      -V
      -m
      -M
      -l {dry}
      -b
      -v
      -r {destructive}
      -d {destructive}
      -q=VALUE...
      -f=VALUE...
      -u=VALUE...
      -o=VALUE...
      -t=VALUE...
      -c {dry}
      -k
      -h
    """)
}
