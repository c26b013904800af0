enum Lsns {
  static let entry = ProgramEntry("lsns") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lsns(8), util-linux 2.38.1",
    """
    lsns [NAMESPACE]
      -J --json
      -l --list
      -n --noheadings
      -o --output=LIST
      --output-all
      -p --task=PID
      -r --raw
      -u --notruncate
      -W --nowrap
      -t --type=NAME
      -T --tree[=REL]
      -h --help {alone}
      -V --version {alone}
    """)
}
