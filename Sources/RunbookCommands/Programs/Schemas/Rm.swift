enum Rm {
  static let entry = ProgramEntry("rm") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rm(1), coreutils 9.1",
    """
    rm FILE:path... {destructive}
      -f --force {alone}
      -i
      -I
      --interactive[=WHEN]
      --one-file-system
      --no-preserve-root
      --preserve-root[=ALL]
      -r -R --recursive
      -d --dir
      -v --verbose
      --help {alone}
      --version {alone}
    """)
}
