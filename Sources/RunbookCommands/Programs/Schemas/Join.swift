enum Join {
  static let entry = ProgramEntry("join") { _ in program }

  private static let program = Program.shipped(
    .gnu, "join(1), coreutils 9.1",
    """
    join FILE1:path FILE2:path
      -a=FILENUM
      -e=STRING
      -i --ignore-case
      -j=FIELD
      -o=FORMAT
      -t=CHAR
      -v=FILENUM
      -1=FIELD
      -2=FIELD
      --check-order
      --nocheck-order
      --header
      -z --zero-terminated
      --help {alone}
      --version {alone}
    """)
}
