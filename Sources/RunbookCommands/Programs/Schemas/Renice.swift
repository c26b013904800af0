/// Options are listed from its own help and page; how they may be combined is not.
enum Renice {
  static let entry = ProgramEntry("renice") { _ in program }

  private static let program = Program.shipped(
    .gnu, "renice(1), util-linux 2.42 and 2.38.1",
    """
    renice [WORDS...] {write} {open}
      -n=VALUE...
      --priority=VALUE...
      --relative=VALUE...
      -p --pid
      -g --pgrp
      -u --user
      -h --help {alone}
      -V --version {alone}
    """)
}
