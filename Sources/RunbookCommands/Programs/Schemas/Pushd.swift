enum Pushd {
  static let entry = ProgramEntry("pushd") { _ in program }

  private static let program = Program.shipped(
    .words, "pushd, bash 5.2",
    """
    pushd [WORD...]
    """)
}
