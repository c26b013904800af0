enum Netstat {
  static let entry = ProgramEntry("netstat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "netstat(8), net-tools 2.10",
    """
    netstat
      -r --route
      -i --interfaces
      -g --groups
      -s --statistics
      -M --masquerade
      -v --verbose
      -W --wide
      -n --numeric
      --numeric-hosts
      --numeric-ports
      --numeric-users
      -N --symbolic
      -e --extend
      -p --programs --program
      -o --timers
      -c --continuous {endless}
      -l --listening
      -a --all
      -F --fib
      -C --cache
      -Z --context
      -6
      -t
      -u
      -w
      -A --protocol=FAMILY
      --x25
      --ip
      --ipx
      --appletalk
      --netrom
      --inet
      --inet6
      --ddp
      --rose
      --unix
      --bluetooth
      --tcpip
      --version {alone}
      --help {alone}
      --tcp
      --sctp
      --udp
      --udplite
      --raw
      --l2cap
      --rfcomm
      -d
      -h
      -S
      -U
      -V
      -f
      -x
      -? {alone}
    """)
}
