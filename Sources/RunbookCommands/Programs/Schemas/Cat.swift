enum Cat {
  static let entry = ProgramEntry("cat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "cat(1), coreutils 9.1",
    """
    cat [FILE:path...]
      -A --show-all
      -b --number-nonblank
      -e
      -E --show-ends
      -n --number
      -s --squeeze-blank
      -t
      -T --show-tabs
      -u
      -v --show-nonprinting
      --help {alone}
      --version {alone}
    """)
}
