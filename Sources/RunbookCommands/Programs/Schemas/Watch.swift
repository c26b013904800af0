enum Watch {
  static let entry = ProgramEntry("watch") { _ in program }

  private static let program = Program.shipped(
    .posix, "watch(1), procps 4.0.2",
    """
    watch COMMAND:command(same)... {endless}
      -b --beep
      -c --color
      -d --differences[=PERMANENT]
      -e --errexit
      -g --chgexit
      -q --equexit=CYCLES
      -n --interval=SECS
      -p --precise
      -t --no-title
      -w --no-wrap
      -x --exec
      -h --help {alone}
      -v --version {alone}
    """)
}
