enum ExportCommand {
  static let entry = ProgramEntry("export") { _ in program }

  private static let program = Program.shipped(
    .posix, "export, bash 5.2",
    """
    export [NAME...]
      -f
      -n
      -p
    """)
}
