enum Flock {
  static let entry = ProgramEntry("flock") { _ in program }

  private static let program = Program.shipped(
    .posix, "flock(1), util-linux 2.38.1",
    """
    flock FILE:path [COMMAND:command(same)...]
      -s --shared
      -x -e --exclusive
      -u --unlock
      -n --nonblock --nb
      -w --timeout --wait=SECS
      -E --conflict-exit-code=NUMBER
      -o --close
      -c --command=COMMAND
      -F --no-fork
      --verbose
      -h --help {alone}
      -V --version {alone}
      --nonblocking
      -? {alone}
    """)
}
