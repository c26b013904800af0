enum Lsattr {
  static let entry = ProgramEntry("lsattr") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lsattr(1), e2fsprogs 1.47",
    """
    lsattr [FILE...]
      -R
      -V
      -a
      -d
      -l
      -p
      -v
    """)
}
