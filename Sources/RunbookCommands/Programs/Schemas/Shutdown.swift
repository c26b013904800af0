enum Shutdown {
  static let entry = ProgramEntry("shutdown") { _ in program }

  private static let program = Program.shipped(
    .gnu, "shutdown(8), systemd-sysv 252.39",
    """
    shutdown [TIME] [WALL...] {destructive}
      --help {alone}
      -H --halt
      -P --poweroff
      -r --reboot
      -h
      -k
      --no-wall
      -c
      --show
      --kexec
      --force
      --wtmp-only
      --no-wtmp
      --no-sync
      -K
      -a
      -t=VALUE
      -f
      -F
    """)
}
