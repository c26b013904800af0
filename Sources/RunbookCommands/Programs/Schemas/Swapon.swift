enum Swapon {
  static let entry = ProgramEntry("swapon") { _ in program }

  private static let program = Program.shipped(
    .gnu, "swapon(8), mount 2.38.1",
    """
    swapon [DEVICE...] {write=operands}
      -a --all {write}
      -e --ifexists
      -f --fixpgsz
      -o=LIST
      --options[=LIST]
      -p --priority=PRIO
      -s --summary
      --show[=COLUMNS]
      --noheadings
      --raw
      --bytes
      -v --verbose
      -h --help {alone}
      -V --version {alone}
      -L=LABEL
      -U=UUID
      -d --discard[=POLICY]
      --output-all
    """)
}
