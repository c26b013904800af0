/// Behind `-c`, `-m` or a script everything belongs to it; what it does is not known.
enum Python {
  static let entry = ProgramEntry("python3", "python", "python2") { _ in program }

  private static let program = Program.shipped(
    .posix, "python3 --help, 3.11",
    """
    python3 [SCRIPT] [ARGUMENTS:tail...] {open}
      -c
      -m
      -b
      -B
      -d
      -E
      -i {interactive}
      -I
      -O
      -OO
      -P
      -q
      -s
      -S
      -u
      -v
      -W=FILTER...
      -x
      -X=OPTION...
      -h --help {alone}
      -V --version {alone}
    """)
}
