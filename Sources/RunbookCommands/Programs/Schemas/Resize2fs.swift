enum Resize2fs {
  static let entry = ProgramEntry("resize2fs") { _ in program }

  private static let program = Program.shipped(
    .gnu, "resize2fs(8), e2fsprogs 1.47",
    """
    resize2fs DEVICE [SIZE] {write}
      -f
      -F
      -M
      -P {dry}
      -p
      -d=VALUE...
      -S=VALUE...
      -z=VALUE...
      -b
      -s
      -h
    """)
}
