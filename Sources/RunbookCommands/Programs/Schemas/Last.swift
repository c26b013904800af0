enum Last {
  static let entry = ProgramEntry("last", "lastb") { _ in program }

  private static let program = Program.shipped(
    .gnu, "last(1), util-linux 2.42 and 2.38.1",
    """
    last|lastb [WORDS...]
      -a --hostlast
      -d --dns
      -f --file=VALUE...
      -F --fulltimes
      -i --ip
      -R --nohostname
      -s --since=VALUE...
      -t --until=VALUE...
      -w --fullnames
      -x --system
      --time-format=VALUE...
      -h --help {alone}
      -V --version {alone}
      -p --present=VALUE...
      --limit=VALUE...
      -0
      -1
      -2
      -3
      -4
      -5
      -6
      -7
      -8
      -9
      -n=VALUE...
    """)
}
