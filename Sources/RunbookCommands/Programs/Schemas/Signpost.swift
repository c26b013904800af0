enum Signpost {
  static let entry = ProgramEntry("signpost") { _ in program }

  private static let program = Program.shipped(
    .posix, "bottlerocket-core-kit, sources/updater/signpost/src/main.rs",
    """
    signpost
      status
      mark-successful-boot {write}
      clear-inactive {destructive}
      mark-inactive-valid {write}
      upgrade-to-inactive {write}
      cancel-upgrade {write}
      rollback-to-inactive {destructive}
      has-boot-ever-succeeded
      rewrite-table {write}
    """)
}
