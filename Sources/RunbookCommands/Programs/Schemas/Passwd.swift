enum Passwd {
  static let entry = ProgramEntry("passwd") { _ in program }

  private static let program = Program.shipped(
    .gnu, "passwd(1), shadow 4.20 and 4.13, and that of Red Hat",
    """
    passwd [USER] {write}
      -a --all
      -d --delete
      -e --expire
      -h --help {alone}
      -k --keep-tokens
      -i --inactive=VALUE...
      -l --lock
      -q --quiet
      -r --repository=VALUE...
      -R --root=VALUE...
      -P --prefix=VALUE...
      -S --status {dry}
      -u --unlock
      -w --warndays=VALUE...
      -x --maxdays=VALUE...
      -s --stdin
      -n --mindays=VALUE...
      -f --force
      --minimum=DAYS
      --maximum=DAYS
      --warning=DAYS
    """)
}
