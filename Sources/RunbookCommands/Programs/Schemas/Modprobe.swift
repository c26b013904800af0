enum Modprobe {
  static let entry = ProgramEntry("modprobe") { _ in program }

  private static let program = Program.shipped(
    .gnu, "modprobe(8), kmod 30",
    """
    modprobe [MODULE] [PARAMETER...] {write} {open}
    """)
}
