enum Touch {
  static let entry = ProgramEntry("touch") { _ in program }

  private static let program = Program.shipped(
    .gnu, "touch(1), coreutils 9.1",
    """
    touch FILE:path... {write}
      -a
      -c --no-create
      -d --date=STRING
      -f
      -h --no-dereference
      -m
      -r --reference=FILE:path
      -t=STAMP
      --time=WORD
      --help {alone}
      --version {alone}
      --modify
    """)
}
