enum EnterAdminContainer {
  static let entry = ProgramEntry("enter-admin-container") { _ in program }

  private static let program = Program.shipped(
    .posix, "bottlerocket-control-container, enter-admin-container",
    """
    enter-admin-container {write} {interactive}
    """)
}
