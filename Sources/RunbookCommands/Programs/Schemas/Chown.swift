enum Chown {
  static let entry = ProgramEntry("chown") { _ in program }

  private static let program = Program.shipped(
    .gnu, "chown(1), coreutils 9.1",
    """
    chown OWNER [FILE:path...] {write}
      -c --changes
      -f --silent --quiet
      -v --verbose
      --dereference
      -h --no-dereference
      --from=CURRENT_OWNER
      --no-preserve-root
      --preserve-root
      --reference=RFILE
      -R --recursive
      -H
      -L
      -P
      --help {alone}
      --version {alone}
    """)
}
