enum Halt {
  static let entry = ProgramEntry("halt", "poweroff") { _ in program }

  private static let program = Program.shipped(
    .gnu, "halt(8), systemd 262 and 252",
    """
    halt|poweroff {write}
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
      -h
      -i
    """)
}
