enum Bash {
  static let entry = ProgramEntry("bash", "sh") { _ in program }

  private static let program = Program.shipped(
    .posix, "bash(1), bash 5.2",
    """
    bash|sh [FILE:path] [ARGUMENT...]
      -c=COMMANDS
      -i {interactive}
      -l --login
      -r --restricted
      -s
      -D --dump-strings
      -o=OPTION
      -O=OPTION
      -a
      -b
      -e
      -f
      -h
      -k
      -m
      -n
      -p
      -t
      -u
      -v --verbose
      -x
      -B
      -C
      -E
      -H
      -P
      -T
      --debug
      --debugger
      --pretty-print
      --dump-po-strings
      --help {alone}
      --init-file --rcfile=FILE:path
      --noediting
      --noprofile
      --norc
      --posix
      --version {alone}
    """)
}
