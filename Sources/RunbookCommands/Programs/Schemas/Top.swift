enum Top {
  static let entry = ProgramEntry("top") { _ in program }

  private static let program = Program.shipped(
    .gnu, "top(1), procps 4.0.2",
    """
    top {endless}
      -b --batch-mode --batch
      -c --cmdline-toggle
      -H --threads-show
      -i --idle-toggle
      -O --list-fields
      -S --accum-time-toggle
      -s --secure-mode
      -w --width[=COLUMNS]
      -1 --single-cpu-toggle
      -h --help {alone} {bounded}
      -V --version {alone} {bounded}
      --delay=VALUE
      --scale-summary-mem=VALUE
      --scale-task-mem=VALUE
      --iterations=VALUE
      --sort-override=VALUE
      --pid=VALUE
      --filter-any-user=VALUE
      --filter-only-euser=VALUE
      -d=VALUE
      -E=VALUE
      -e=VALUE
      -n=VALUE {bounded}
      -o=VALUE
      -p=VALUE
      -U=VALUE
      -u=VALUE
    """)
}
