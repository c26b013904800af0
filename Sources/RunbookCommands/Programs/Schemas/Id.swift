enum Id {
  static let entry = ProgramEntry("id") { _ in program }

  private static let program = Program.shipped(
    .gnu, "id(1), coreutils 9.1",
    """
    id [USER...]
      -a
      -Z --context
      -g --group
      -G --groups
      -n --name
      -r --real
      -u --user
      -z --zero
      --help {alone}
      --version {alone}
    """)
}
