enum Reboot {
  static let entry = ProgramEntry("reboot") { _ in program }

  private static let program = Program.shipped(
    .gnu, "reboot(8), systemd-sysv 252.39",
    """
    reboot [ARGUMENT] {destructive}
      --help {alone}
      --halt
      -p --poweroff
      --reboot
      -f --force
      -d --no-wtmp
      --no-wall
      -w --wtmp-only
      -n --no-sync
      --kexec
      --show
      -i
      -h
    """)
}
