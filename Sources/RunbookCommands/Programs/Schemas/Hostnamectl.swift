enum Hostnamectl {
  static let entry = ProgramEntry("hostnamectl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "hostnamectl(1), systemd 252.39",
    """
    hostnamectl {alone}
      -h --help {alone}
      --version {alone}
      --no-ask-password
      -H --host=USERHOST
      --transient
      --static
      --pretty
      --json=PRETTYSHORTOFF
      --machine=VALUE
      -M=VALUE
      status
      hostname [NAME] {write=operands}
      set-hostname NAME {write}
      icon-name [NAME] {write=operands}
      set-icon-name NAME {write}
      chassis [NAME] {write=operands}
      set-chassis NAME {write}
      deployment [NAME] {write=operands}
      set-deployment NAME {write}
      location [NAME] {write=operands}
      set-location NAME {write}
      help
    """)
}
