enum Nano {
  static let entry = ProgramEntry("nano") { _ in program }

  private static let program = Program.shipped(
    .posix, "nano(1), not compared",
    """
    nano [FILE:path...] {write} {interactive} {open}
    """)
}
