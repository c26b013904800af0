enum Logger {
  static let entry = ProgramEntry("logger") { _ in program }

  private static let program = Program.shipped(
    .gnu, "logger(1), bsdutils 2.38.1",
    """
    logger [MESSAGE...] {write}
      -i
      --id[=ID]
      -f --file=FILE:path
      -e --skip-empty
      --no-act
      -p --priority=PRIO
      --octet-count
      --prio-prefix
      -s --stderr
      -S --size=SIZE
      -t --tag=TAG
      -n --server=NAME
      -P --port=PORT
      -T --tcp
      -d --udp
      --rfc3164
      --rfc5424[=SNIP]
      --sd-id=ID
      --sd-param=DATA
      --msgid=MSGID
      -u --socket=SOCKET
      --socket-errors=ONOFFAUTO
      --journald[=FILE:path]
      -h --help {alone}
      -V --version {alone}
    """)
}
