enum Printf {
  static let entry = ProgramEntry("printf") { _ in program }

  private static let program = Program.shipped(
    .posix, "printf, bash 5.2",
    """
    printf FORMAT [ARGUMENT...]
      -v=VARIABLE
    """)
}
