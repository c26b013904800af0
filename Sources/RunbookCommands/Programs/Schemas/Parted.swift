enum Parted {
  static let entry = ProgramEntry("parted") { _ in program }

  private static let program = Program.shipped(
    .gnu, "parted(8), 3.8 and 3.5",
    """
    parted [DEVICE] [WORDS:tail...] {write=operands}
      -h --help {alone}
      -l --list
      -m --machine
      -j --json
      -s --script
      -f --fix
      -v --version {alone}
      -a --align=VALUE...
    """)
}
