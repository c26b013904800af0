enum Xargs {
  static let entry = ProgramEntry("xargs") { _ in program }

  private static let program = Program.shipped(
    .posix, "xargs(1), findutils 4.9.0",
    """
    xargs [COMMAND:command(same)...] {appends}
      -0 --null
      -a --arg-file=FILE:path
      -d --delimiter=CHARACTER
      -E=END
      -e --eof[=END]
      -I=R
      -i --replace[=R]
      -L=MAXLINES
      --max-lines[=MAXLINES]
      -l[=MAXLINES]
      -n --max-args=MAXARGS
      -o --open-tty
      -P --max-procs=MAXPROCS
      -p --interactive
      --process-slot-var=VAR
      -r --no-run-if-empty
      -s --max-chars=MAXCHARS
      --show-limits
      -t --verbose
      -x --exit
      --help {alone}
      --version {alone}
    """)
}
