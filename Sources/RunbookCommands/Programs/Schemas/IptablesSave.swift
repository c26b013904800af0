enum IptablesSave {
  static let entry = ProgramEntry("iptables-save", "ip6tables-save") { _ in program }

  private static let program = Program.shipped(
    .gnu, "iptables-save(8), 1.8.13 and 1.8.9",
    """
    iptables-save|ip6tables-save [WORDS...]
      -M --modprobe=VALUE...
      -f --file=VALUE...
      -c --counters
      -t --table=VALUE...
      --dump
      --set-counters=VALUE...
      --version {alone}
      -V
    """)
}
