enum ReturnCommand {
  static let entry = ProgramEntry("return") { _ in program }

  private static let program = Program.shipped(
    .posix, "return, bash 5.2",
    """
    return [STATUS]
    """)
}
