enum Su {
  static let entry = ProgramEntry("su") { _ in program }

  private static let program = Program.shipped(
    .posix, "su(1), util-linux 2.38.1",
    """
    su [USER] [ARGUMENT...] {interactive}
      -m -p --preserve-environment
      -w --whitelist-environment=LIST
      -g --group=GROUP
      -G --supp-group=GROUP
      -c --command=COMMAND
      --session-command=COMMAND
      -f --fast
      -s --shell=SHELL
      -P --pty
      -h --help {alone}
      -V --version {alone}
      --login
      --user=VALUE
      -l
      -u=VALUE
    """)
}
