enum GCloud {
  static let entry = ProgramEntry("gcloud") { _ in program }

  private static let program = Program.shipped(
    .pflag, "only its name is known",
    """
    gcloud [WORDS:tail...] {open}
    """)
}
