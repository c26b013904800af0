enum Taskset {
  static let entry = ProgramEntry("taskset") { _ in program }

  private static let program = Program.shipped(
    .gnu, "taskset(1), util-linux 2.42 and 2.38.1",
    """
    taskset [WORDS:tail...]
      -a --all-tasks
      -p --pid
      -c --cpu-list
      -h --help {alone}
      -V --version {alone}
    """)
}
