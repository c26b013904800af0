enum Ping {
  static let entry = ProgramEntry("ping") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ping(8), iputils-ping 20221126",
    """
    ping HOST... {endless}
      -a
      -A
      -B
      -c=COUNT {bounded}
      -C
      -D
      -d
      -e=IDENTIFIER
      -f
      -h
      -I=INTERFACE
      -i=INTERVAL
      -L
      -l=PRELOAD
      -m=MARK
      -M=PMTUDOPT
      -n
      -O
      -p=PATTERN
      -q
      -Q=TCLASS
      -s=SIZE
      -t=TTL
      -U
      -v
      -V
      -w=DEADLINE {bounded}
      -W=TIMEOUT
      -4
      -b
      -R
      -T=TIMESTAMP
      -6
      -F=FLOWLABEL
      -N=NODEINFOOPT
      -r
      -? {alone}
      -S=SIZE
    """)
}
