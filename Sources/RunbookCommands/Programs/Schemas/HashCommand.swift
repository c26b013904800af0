enum HashCommand {
  static let entry = ProgramEntry("hash") { _ in program }

  private static let program = Program.shipped(
    .posix, "hash, bash 5.2",
    """
    hash [NAME...]
      -d
      -l
      -p=PATH:path
      -r
      -t
    """)
}
