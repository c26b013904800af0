enum Restorecon {
  static let entry = ProgramEntry("restorecon") { _ in program }

  private static let program = Program.shipped(
    .gnu, "restorecon(8), policycoreutils 3",
    """
    restorecon [FILE...] {write}
      -e=VALUE...
      -f=VALUE...
      -F
      -U
      -h -?
      -i
      -I
      -D
      -m
      -n {dry}
      -o=VALUE...
      -p
      -R -r
      -v
      -W
      -c
      -0
      -x
      -T=VALUE...
      -l
      -q
      -s
    """)
}
