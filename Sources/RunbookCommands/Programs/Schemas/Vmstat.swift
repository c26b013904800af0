enum Vmstat {
  static let entry = ProgramEntry("vmstat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "vmstat(8), procps 4.0.2",
    """
    vmstat [DELAY] [COUNT]
      -a --active
      -f --forks
      -m --slabs
      -n --one-header
      -s --stats
      -d --disk
      -D --disk-sum
      -p --partition=DEV
      -S --unit=CHAR
      -w --wide
      -t --timestamp
      -y --no-first
      -h --help {alone}
      -V --version {alone}
    """)
}
