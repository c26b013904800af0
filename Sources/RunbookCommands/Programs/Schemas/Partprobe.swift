enum Partprobe {
  static let entry = ProgramEntry("partprobe") { _ in program }

  private static let program = Program.shipped(
    .gnu, "partprobe(8), parted 3.8 and 3.5",
    """
    partprobe [DEVICE...] {write}
      -d --dry-run {dry}
      -s --summary
      -h --help {alone}
      -v --version {alone}
    """)
}
