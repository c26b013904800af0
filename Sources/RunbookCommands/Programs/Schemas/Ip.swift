enum Ip {
  static let entry = ProgramEntry("ip") { _ in program }

  private static let program = Program.shipped(
    .keywords, "ip(8), iproute2 6.1.0",
    """
    ip {alone} {plugins}
      -loops=COUNT
      -family=FAMILY
      -4
      -6
      -0
      -M
      -B
      -human -human-readable
      -iec
      -stats -statistics
      -details
      -resolve
      -oneline
      -timestamp
      -tshort -ts
      -Version {alone}
      -force
      -batch=FILE:path {write}
      -brief -br
      -json
      -pretty
      -rcvbuf=SIZE
      -color[=WHEN]
      -netns=NAME
      -Numeric
      -all
      -echo
      -help -h {alone}
      address {alone}
        add WORD:tail... {write}
        change|chg WORD:tail... {write}
        replace WORD:tail... {write}
        delete WORD:tail... {write}
        show|list|lst [WORD:tail...]
        flush [WORD:tail...] {destructive}
        save [WORD:tail...]
        showdump
        restore {write}
        help
      addrlabel {alone} {open}
        list [WORD:tail...]
        add WORD:tail... {write}
        delete WORD:tail... {write}
        flush {write}
      route|r {alone}
        list|show|lst [WORD:tail...]
        get WORD:tail...
        add WORD:tail... {write}
        change|chg WORD:tail... {write}
        replace WORD:tail... {write}
        prepend WORD:tail... {write}
        append WORD:tail... {write}
        test WORD:tail...
        delete WORD:tail... {write}
        flush [WORD:tail...] {destructive}
        save [WORD:tail...]
        restore {write}
        showdump
        help
      rule|ru {alone}
        list|show|lst [WORD:tail...]
        add WORD:tail... {write}
        delete [WORD:tail...] {write}
        flush [WORD:tail...] {destructive}
        save [WORD:tail...]
        restore {write}
        help
      neighbor|neighbour {alone}
        add WORD:tail... {write}
        change|chg WORD:tail... {write}
        replace WORD:tail... {write}
        delete WORD:tail... {write}
        get WORD:tail...
        show|list|lst [WORD:tail...]
        flush [WORD:tail...] {write}
        help
      ntable|ntbl {alone} {open}
      link {alone}
        add WORD:tail... {write}
        set|change WORD:tail... {write}
        replace WORD:tail... {write}
        delete WORD:tail... {write}
        show|list|lst [WORD:tail...]
        xstats WORD:tail...
        afstats [WORD:tail...]
        property WORD:tail... {write}
        help [WORD:tail...]
      l2tp {alone} {open}
      fou {alone} {open}
      ila {alone} {open}
      macsec {alone} {open}
      tunnel {alone} {open}
      tunl {alone} {open}
      tuntap {alone} {open}
      tap {alone} {open}
      token {alone} {open}
      tcpmetrics|tcp_metrics {alone} {open}
      monitor [WORD:tail...] {endless}
      xfrm {alone} {open}
      mroute {alone} {open}
      mrule {alone} {open}
      maddress {alone} {open}
      netns {alone}
        list|show|lst
        list-id [WORD:tail...]
        help
        add NAME {write}
        set NAME ID {write}
        delete [NAME] {write}
        identify [PID]
        pids NAME
        exec NAME COMMAND:command(elsewhere)...
        monitor {endless}
        attach NAME PID {write}
      netconf {alone} {open}
      vrf {alone} {open}
      sr {alone} {open}
      nexthop {alone} {open}
      mptcp {alone} {open}
      ioam {alone} {open}
      amt {alone} {open}
      stats {alone} {open}
      help
    """)
}
