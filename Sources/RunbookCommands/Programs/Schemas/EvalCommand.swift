enum EvalCommand {
  static let entry = ProgramEntry("eval") { _ in program }

  private static let program = Program.shipped(
    .words, "eval, bash 5.2",
    """
    eval [WORD...] {open}
    """)
}
