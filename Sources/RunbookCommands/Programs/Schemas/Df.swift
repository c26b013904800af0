enum Df {
  static let entry = ProgramEntry("df") { _ in program }

  private static let program = Program.shipped(
    .gnu, "df(1), coreutils 9.1",
    """
    df [FILE:path...]
      -a --all
      -B --block-size=SIZE
      -h --human-readable
      -H --si
      -i --inodes
      -k
      -l --local
      --no-sync
      --output[=FIELD_LIST]
      -P --portability
      --sync
      --total
      -t --type=TYPE
      -T --print-type
      -x --exclude-type=TYPE
      -v
      --help {alone}
      --version {alone}
      -F=VALUE
      -m
    """)
}
