enum Popd {
  static let entry = ProgramEntry("popd") { _ in program }

  private static let program = Program.shipped(
    .words, "popd, bash 5.2",
    """
    popd [WORD...]
    """)
}
