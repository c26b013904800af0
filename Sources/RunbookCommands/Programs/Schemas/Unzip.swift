enum Unzip {
  static let entry = ProgramEntry("unzip") { _ in program }

  private static let program = Program.shipped(
    .posix, "unzip(1), unzip 6.0",
    """
    unzip ARCHIVE:path [MEMBER...] {write} {open}
      -d=DIRECTORY:path
      -P=PASSWORD
      -Z
      -l
      -p
      -t
      -v
      -z
      -c
      -f
      -u
      -n
      -o
      -j
      -q
      -a
      -C
      -L
      -X
      -V
      -K
    """)
}
