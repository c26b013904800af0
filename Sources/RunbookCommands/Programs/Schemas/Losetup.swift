enum Losetup {
  static let entry = ProgramEntry("losetup") { _ in program }

  private static let program = Program.shipped(
    .gnu, "losetup(8), util-linux 2.42 and 2.38.1",
    """
    losetup [DEVICE...] {write=operands}
      -a --all {dry}
      -d --detach=VALUE... {write}
      -D --detach-all {write}
      -f --find
      -c --set-capacity=VALUE...
      -j --associated=VALUE... {dry}
      -L --nooverlap
      --remove
      -o --offset=VALUE...
      --sizelimit=VALUE...
      -b --sector-size=VALUE...
      -P --partscan
      -r --read-only
      --direct-io[=VALUE]...
      --loop-ref=VALUE...
      --show
      -J --json
      -l --list {dry}
      -n --noheadings
      -O --output=VALUE...
      --output-all
      --raw
      -h --help {alone}
      -V --version {alone}
      -v --verbose
    """)
}
