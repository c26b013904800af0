enum DisableAdminContainer {
  static let entry = ProgramEntry("disable-admin-container") { _ in program }

  private static let program = Program.shipped(
    .posix, "bottlerocket-control-container, disable-admin-container",
    """
    disable-admin-container {write}
    """)
}
