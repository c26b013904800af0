enum HostCommand {
  static let entry = ProgramEntry("host") { _ in program }

  private static let program = Program.shipped(
    .gnu, "host(1), bind9-host 9.18",
    """
    host NAME [SERVER]
      -a
      -A
      -C
      -d
      -i
      -l
      -r
      -s
      -T
      -U
      -v
      -V {alone}
      -w
      -4
      -6
      -c=CLASS
      -m=FLAG
      -N=DOTS
      -p=PORT
      -R=COUNT
      -t=TYPE
      -W=SECONDS
    """)
}
