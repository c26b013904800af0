enum EnableAdminContainer {
  static let entry = ProgramEntry("enable-admin-container") { _ in program }

  private static let program = Program.shipped(
    .posix, "bottlerocket-control-container, enable-admin-container",
    """
    enable-admin-container {write}
    """)
}
