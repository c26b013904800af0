enum Lastlog {
  static let entry = ProgramEntry("lastlog") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lastlog(8), shadow 4.13",
    """
    lastlog
      -b --before=VALUE...
      -C --clear {write}
      -h --help {alone}
      -R --root=VALUE...
      -S --set {write}
      -t --time=VALUE...
      -u --user=VALUE...
    """)
}
