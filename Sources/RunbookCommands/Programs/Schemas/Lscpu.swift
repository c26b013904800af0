enum Lscpu {
  static let entry = ProgramEntry("lscpu") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lscpu(1), util-linux 2.38.1",
    """
    lscpu
      -a --all
      -b --online
      -B --bytes
      -C --caches[=LIST]
      -c --offline
      -J --json
      -p --parse[=LIST]
      -s --sysroot=DIR:path
      -x --hex
      -y --physical
      --output-all
      -h --help {alone}
      -V --version {alone}
      -e --extended[=LIST]
    """)
}
