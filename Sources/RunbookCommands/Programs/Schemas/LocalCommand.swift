enum LocalCommand {
  static let entry = ProgramEntry("local", "declare", "readonly", "typeset") { _ in program }

  private static let program = Program.shipped(
    .words, "declare, bash 5.2",
    """
    local|declare|readonly|typeset [WORD...]
    """)
}
