enum Nmcli {
  static let entry = ProgramEntry("nmcli") { _ in program }

  private static let program = Program.shipped(
    .keywords, "nmcli help, NetworkManager 1.58.1",
    """
    nmcli {alone}
      -a --ask
      -c --colors=WHEN
      -e --escape=WHEN
      -f --fields=FIELDS
      -g --get-values=FIELDS
      -h --help {alone}
      -m --mode=MODE
      -n --nocheck
      -o --overview
      -p --pretty
      -s --show-secrets
      -t --terse
      -v --version {alone}
      -w --wait=SECONDS
      general {alone}
        status
        hostname [NAME] {write=operands}
        permissions
        logging [WORDS...] {write=operands}
        reload [FLAGS...] {write}
        help
      networking {alone}
        on {write}
        off {write}
        connectivity [check]
        help
      radio {alone}
        all [STATE] {write=operands}
        wifi [STATE] {write=operands}
        wwan [STATE] {write=operands}
        help
      connection {alone}
        show [WORDS...]
          --active
          --order=ORDER
        up [WORDS...] {write}
        down [WORDS...] {write}
        add [WORDS:tail...] {write}
          --temporary
        modify [WORDS:tail...] {write}
          --temporary
        clone [WORDS:tail...] {write}
          --temporary
        edit [WORDS...] {write} {interactive}
        delete [WORDS...] {destructive}
        monitor [WORDS...] {endless}
        migrate [WORDS...] {write}
          --plugin=NAME
        reload {write}
        load FILE... {write}
        import [WORDS:tail...] {write}
          --temporary
        export [WORDS...]
        help
      device {alone}
        status
        show [WORDS...]
        set [WORDS:tail...] {write}
        connect [WORDS...] {write}
        up [WORDS...] {write}
        reapply [WORDS...] {write}
        modify [WORDS:tail...] {write}
        disconnect [WORDS...] {write}
        down [WORDS...] {write}
        delete [WORDS...] {destructive}
        monitor [WORDS...] {endless}
        wifi [WORDS:tail...] {open}
        checkpoint [WORDS:tail...] {write}
        lldp [WORDS:tail...]
        help
      agent [WORDS...] {interactive}
      monitor {endless}
      help
    """)
}
