enum Timedatectl {
  static let entry = ProgramEntry("timedatectl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "timedatectl(1), systemd 252.39",
    """
    timedatectl {alone}
      -h --help {alone}
      --version {alone}
      --no-pager
      --no-ask-password
      -H --host=USERHOST
      -M --machine=CONTAINER
      --monitor
      -p --property=NAME
      -a --all
      --value
      --adjust-system-clock
      status
      show
      set-time TIME {write}
      set-timezone ZONE {write}
      list-timezones
      set-local-rtc BOOL {write}
      set-ntp BOOL {write}
      timesync-status
      show-timesync
      ntp-servers INTERFACE SERVER... {write}
      revert INTERFACE {write}
      help
    """)
}
