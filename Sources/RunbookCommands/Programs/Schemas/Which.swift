enum Which {
  static let entry = ProgramEntry("which") { _ in program }

  private static let program = Program.shipped(
    .posix, "which(1), debianutils 5.7; GNU which has more",
    """
    which NAME... {open}
      -a
    """)
}
