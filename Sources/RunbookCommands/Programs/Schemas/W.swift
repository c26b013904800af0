enum W {
  static let entry = ProgramEntry("w") { _ in program }

  private static let program = Program.shipped(
    .gnu, "w(1), procps 4.0.7 and 4.0.2",
    """
    w [USER]
      -c --container
      -h --no-header
      -u --no-current
      -s --short
      -t --terminal
      -f --from
      -o --old-style
      -i --ip-addr
      -p --pids
      --help {alone}
      -V --version {alone}
    """)
}
