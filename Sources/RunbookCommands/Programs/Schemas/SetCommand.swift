enum SetCommand {
  static let entry = ProgramEntry("set") { _ in program }

  private static let program = Program.shipped(
    .posix, "set, bash 5.2",
    """
    set [ARGUMENT...]
      -a
      -b
      -e
      -f
      -h
      -k
      -m
      -n
      -o[=OPTION] {next}
      -p
      -t
      -u
      -v
      -x
      -B
      -C
      -E
      -H
      -P
      -T
    """)
}
