enum Iptables {
  static let entry = ProgramEntry("iptables", "ip6tables") { _ in program }

  private static let program = Program.shipped(
    .gnu, "iptables(8), iptables 1.8.9",
    """
    # Matches and targets bring options of their own.
    iptables|ip6tables [WORD...] {open}
      -t --table=TABLE
      -A --append=CHAIN {write}
      -C --check=CHAIN
      -D --delete=CHAIN {write}
      -I --insert=CHAIN {write}
      -R --replace=CHAIN {write}
      -L --list[=CHAIN] {next}
      -S --list-rules[=CHAIN] {next}
      -F --flush[=CHAIN] {next} {destructive}
      -Z --zero[=CHAIN] {next} {write}
      -N --new-chain=CHAIN {write}
      -X --delete-chain[=CHAIN] {next} {write}
      -P --policy=CHAIN {write}
      -E --rename-chain=CHAIN {write}
      -4 --ipv4
      -6 --ipv6
      -p --protocol=PROTOCOL
      -s --source --src=ADDRESS
      -d --destination --dst=ADDRESS
      -m --match=MATCH...
      -j --jump=TARGET
      -g --goto=CHAIN
      -i --in-interface=NAME
      -o --out-interface=NAME
      -f --fragments
      -c --set-counters=PACKETS
      -v --verbose
      -V --version {alone}
      -w --wait[=SECONDS] {next}
      -W --wait-interval[=MICROSECONDS] {next}
      -n --numeric
      -x --exact
      --line-numbers
      --modprobe=COMMAND
    """)
}
