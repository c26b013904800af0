enum ReadCommand {
  static let entry = ProgramEntry("read") { _ in program }

  private static let program = Program.shipped(
    .posix, "read, bash 5.2",
    """
    read [NAME...]
      -a=ARRAY
      -d=DELIMITER
      -e
      -i=TEXT
      -n=COUNT:integer
      -N=COUNT:integer
      -p=PROMPT
      -r
      -s
      -t=SECONDS
      -u=DESCRIPTOR
    """)
}
