enum Loginctl {
  static let entry = ProgramEntry("loginctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "loginctl(1), systemd 252.39",
    """
    loginctl {alone}
      -h --help {alone}
      --version {alone}
      --no-pager
      --no-legend
      --no-ask-password
      -H --host=USERHOST
      -M --machine=CONTAINER
      -p --property=NAME
      -P=NAME
      -a --all
      --value
      -l --full
      --kill-whom=WHOM
      -s --signal=SIGNAL
      -n --lines=INTEGER
      -o --output=STRING
      list-sessions
      session-status [ID...]
      show-session [ID...]
      activate [ID] {write}
      lock-session [ID...] {write}
      unlock-session [ID...] {write}
      lock-sessions {write}
      unlock-sessions {write}
      terminate-session ID... {write}
      kill-session ID... {write}
      list-users
      user-status [USER...]
      show-user [USER...]
      enable-linger [USER...] {write}
      disable-linger [USER...] {write}
      terminate-user USER... {write}
      kill-user USER... {write}
      list-seats
      seat-status [NAME...]
      show-seat [NAME...]
      attach NAME DEVICE... {write}
      flush-devices {write}
      terminate-seat NAME... {write}
    """)
}
