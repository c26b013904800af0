enum Chrt {
  static let entry = ProgramEntry("chrt") { _ in program }

  private static let program = Program.shipped(
    .gnu, "chrt(1), util-linux 2.42 and 2.38.1",
    """
    chrt [WORDS:tail...]
      -b --batch
      -d --deadline
      -e --ext
      -f --fifo
      -i --idle
      -o --other
      -r --rr
      -R --reset-on-fork
      -T --sched-runtime=VALUE...
      -P --sched-period=VALUE...
      -a --all-tasks
      -m --max
      -p --pid
      -v --verbose
      -h --help {alone}
      -V --version {alone}
      -D --sched-deadline=VALUE...
    """)
}
