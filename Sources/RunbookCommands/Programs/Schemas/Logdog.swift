enum Logdog {
  static let entry = ProgramEntry("logdog") { _ in program }

  private static let program = Program.shipped(
    .gnu, "bottlerocket-core-kit, sources/logdog/src/main.rs",
    """
    logdog {write}
      --output=PATH:path
    """)
}
