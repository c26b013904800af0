enum Shuf {
  static let entry = ProgramEntry("shuf") { _ in program }

  private static let program = Program.shipped(
    .gnu, "shuf(1), coreutils 9.1",
    """
    shuf [OPERAND...]
      -e --echo
      -i --input-range=LOHI
      -n --head-count=COUNT
      -o --output=FILE:path
      --random-source=FILE:path
      -r --repeat
      -z --zero-terminated
      --help {alone}
      --version {alone}
    """)
}
