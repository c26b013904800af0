enum Traceroute {
  static let entry = ProgramEntry("traceroute") { _ in program }

  private static let program = Program.shipped(
    .gnu, "traceroute(1), traceroute 2.1.2",
    """
    traceroute HOST [PACKETLEN]
      -4
      -6
      -d --debug
      -F --dont-fragment
      -f --first=FIRST_TTL
      -I --icmp
      -T --tcp
      -i --interface=DEVICE
      -m --max-hops=MAX_TTL
      -N --sim-queries=SQUERIES
      -n
      -p --port=PORT
      -t --tos=TOS
      -l --flowlabel=FLOW_LABEL
      -q --queries=NQUERIES
      -r
      -s --source=SRC_ADDR
      -z --sendwait=SENDWAIT
      -e --extensions
      -A --as-path-lookups
      -M --module=NAME
      --sport=NUM
      --fwmark=NUM
      -U --udp
      -D --dccp
      -P --protocol=PROT
      --mtu
      --back
      -V --version {alone}
      --help {alone}
      -g --gateway=GATE
      -w=MAX
      -O --options=OPTION
      -L
    """)
}
