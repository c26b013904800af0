enum Lsmod {
  static let entry = ProgramEntry("lsmod") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lsmod(8), kmod 30",
    """
    lsmod
    """)
}
