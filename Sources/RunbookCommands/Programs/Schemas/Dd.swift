enum Dd {
  static let entry = ProgramEntry("dd") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dd(1), coreutils 9.1",
    """
    dd
      bs=BYTES
      cbs=BYTES
      conv=CONVERSIONS
      count=N
      ibs=BYTES
      if=FILE:path
      iflag=FLAGS
      iseek=N
      obs=BYTES
      of=FILE:path {destructive}
      oflag=FLAGS
      oseek=N
      seek=N
      skip=N
      status=LEVEL(none|noxfer|progress)
      --help {alone}
      --version {alone}
    """)
}
