enum Ionice {
  static let entry = ProgramEntry("ionice") { _ in program }

  private static let program = Program.shipped(
    .posix, "ionice(1), util-linux 2.38.1",
    """
    ionice [COMMAND:command(same)...]
      -c --class=CLASS
      -n --classdata=NUM
      -p --pid=PID
      -P --pgid=PGRP
      -t --ignore
      -u --uid=UID
      -h --help {alone}
      -V --version {alone}
    """)
}
