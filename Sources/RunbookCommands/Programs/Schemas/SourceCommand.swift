enum SourceCommand {
  static let entry = ProgramEntry("source", ".") { _ in program }

  private static let program = Program.shipped(
    .posix, "source, bash 5.2",
    """
    source|. FILE:path [ARGUMENT...]
    """)
}
