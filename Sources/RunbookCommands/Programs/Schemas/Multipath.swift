enum Multipath {
  static let entry = ProgramEntry("multipath") { _ in program }

  private static let program = Program.shipped(
    .gnu, "multipath(8), multipath-tools",
    """
    multipath [DEVICE...]
      -h
      -l
      -ll
      -e
      -f {write}
      -F {write}
      -a
      -c
      -C
      -q
      -d {dry}
      -t
      -T
      -r {write}
      -i
      -B
      -b=VALUE...
      -w
      -W
      -R=VALUE...
      -u
      -U
      -p=VALUE...
      -v=VALUE...
      -D
      -M=VALUE...
    """)
}
