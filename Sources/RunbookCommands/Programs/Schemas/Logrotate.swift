enum Logrotate {
  static let entry = ProgramEntry("logrotate") { _ in program }

  private static let program = Program.shipped(
    .gnu, "logrotate(8), 3.22 and 3.21",
    """
    logrotate CONFIG... {write}
      -d --debug {dry}
      -f --force
      -m --mail=VALUE...
      -s --state=VALUE...
      --skip-state-lock
      --wait-for-state-lock
      -v --verbose
      -l --log=VALUE...
      --version {alone}
      -? --help {alone}
      --usage
    """)
}
