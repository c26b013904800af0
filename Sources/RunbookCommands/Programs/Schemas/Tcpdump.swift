enum Tcpdump {
  static let entry = ProgramEntry("tcpdump") { _ in program }

  private static let program = Program.shipped(
    .gnu, "tcpdump(8), tcpdump 4.99.3",
    """
    tcpdump [EXPRESSION...] {endless}
      -A
      -b
      -d {bounded}
      -D
      -e
      -f
      -h
      -H
      -I
      -J {bounded}
      -K
      -l
      -L {bounded}
      -n
      -N
      -O
      -p
      -q
      -S
      -t
      -u
      -U
      -v
      -x
      -X
      -#
      -B=SIZE
      -c=COUNT {bounded}
      -C=FILE_SIZE
      -E=ALGO
      -F=FILE:path
      -G=SECONDS
      -i=INTERFACE
      -j=TSTAMPTYPE
      -M=SECRET
      -Q=IN
      -r=FILE:path {bounded}
      -s=SNAPLEN
      -T=TYPE
      -V=FILE:path
      -w=FILE:path
      -W=FILECOUNT
      -y=DATALINKTYPE
      -z=POSTROTATECOMMAND
      -Z=USER
      --buffer-size=BUFFER_SIZE
      --count
      --list-interfaces {bounded}
      --version {alone} {bounded}
      --interface=INTERFACE
      --monitor-mode
      --immediate-mode
      --time-stamp-type=TSTAMP_TYPE
      --list-time-stamp-types
      --time-stamp-precision=TSTAMP_PRECISION
      --micro
      --dont-verify-checksums
      --list-data-link-types
      --number
      --no-optimize
      --no-promiscuous-mode
      --print
      --direction=DIRECTION
      --absolute-tcp-sequence-numbers
      --snapshot-length=SNAPLEN
      --packet-buffered
      --linktype=DATALINKTYPE
      --relinquish-privileges=USER
      --help {alone} {bounded}
      --nano
      --fp-type
      -a
      -Y
    """)
}
