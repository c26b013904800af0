enum Ss {
  static let entry = ProgramEntry("ss") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ss(8), iproute2 6.1.0",
    """
    ss [FILTER:tail...]
      -h --help {alone}
      -V --version {alone}
      -n --numeric
      -r --resolve
      -a --all
      -l --listening
      -o --options
      -e --extended
      -m --memory
      -p --processes
      -T --threads
      -i --info
      --tipcinfo
      -s --summary
      --tos
      --cgroup
      -b --bpf
      -E --events {endless}
      -Z --context
      -z --contexts
      -N --net=NSNAME
      -4 --ipv4
      -6 --ipv6
      -0 --packet
      -t --tcp
      -M --mptcp
      -S --sctp
      -u --udp
      -d --dccp
      -w --raw
      -x --unix
      --tipc
      --vsock
      --xdp
      -K --kill {write}
      -H --no-header
      -O --oneline
      --inet-sockopt
      -A --query --socket=QUERY
      -D --diag=FILE:path
      -F --filter=FILE:path
      -f --family=FAMILY
      -v
    """)
}
