enum SessionManagerPlugin {
  static let entry = ProgramEntry("session-manager-plugin") { _ in program }

  private static let program = Program.shipped(
    .pflag, "session-manager-plugin, from its documentation",
    """
    session-manager-plugin [WORDS:tail...]
      --version
    """)
}
