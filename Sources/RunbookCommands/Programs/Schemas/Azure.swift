enum Azure {
  static let entry = ProgramEntry("az") { _ in program }

  private static let program = Program.shipped(
    .pflag, "only its name is known",
    """
    az [WORDS:tail...] {open}
    """)
}
