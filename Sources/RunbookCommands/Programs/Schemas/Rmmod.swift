enum Rmmod {
  static let entry = ProgramEntry("rmmod") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rmmod(8), kmod 34 and 30",
    """
    rmmod MODULE... {write}
      -f --force
      -s --syslog
      -v --verbose
      -V --version {alone}
      -h --help {alone}
      --basedir=VALUE...
      --config=VALUE...
      --dirname=VALUE...
      --format=VALUE...
      --quiet
      --set-version=VALUE...
      --symbol-prefix=VALUE...
      --warn
      --map
      -w
    """)
}
