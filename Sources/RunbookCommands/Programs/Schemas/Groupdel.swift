enum Groupdel {
  static let entry = ProgramEntry("groupdel") { _ in program }

  private static let program = Program.shipped(
    .gnu, "groupdel(8), shadow 4.20 and 4.13",
    """
    groupdel GROUP {destructive}
      -h --help {alone}
      -R --root=VALUE...
      -P --prefix=VALUE...
      -f --force
    """)
}
