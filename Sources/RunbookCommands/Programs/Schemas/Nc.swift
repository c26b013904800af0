enum Nc {
  static let entry = ProgramEntry("nc", "ncat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "nc(1), netcat-openbsd 1.219",
    """
    nc|ncat [HOST] [PORT] {open}
      -4
      -6
      -b
      -C
      -D
      -d
      -F
      -h
      -I=LENGTH
      -i=INTERVAL
      -k
      -l
      -M=TTL
      -m=MINTTL
      -N
      -n
      -O=LENGTH
      -P=PROXYUSER
      -p=PORT
      -q=SECS
      -r
      -S
      -s=SOURCEADDR
      -T=KEYWORD
      -t
      -U
      -u
      -V=RTABLE
      -v
      -W=RECVLIMIT
      -w=TIMEOUT
      -X=PROTO
      -Z
      -z
      -x=PROXY_ADDRESS
    """)
}
