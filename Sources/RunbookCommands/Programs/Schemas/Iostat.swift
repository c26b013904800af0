enum Iostat {
  static let entry = ProgramEntry("iostat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "iostat(1), sysstat 12.6.1",
    """
    iostat [WORD...] {open}
      -c
      -d
      -h
      -N
      -s
      -t
      -V
      -x
      -y
      -z
      -H
      -j
      -o
      -p
      --compact
      -f
      --human
      -k
      -m
      --pretty
      -a
      -b
      -e
      -g
      -i
      -l
      -n
      -q
      -r
      -u
      -v
      -w
    """)
}
