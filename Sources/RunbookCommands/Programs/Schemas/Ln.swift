enum Ln {
  static let entry = ProgramEntry("ln") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ln(1), coreutils 9.1",
    """
    ln TARGET:path... {write}
      --backup[=CONTROL]
      -b
      -d -F --directory
      -f --force
      -i --interactive
      -L --logical
      -n --no-dereference
      -P --physical
      -r --relative
      -s --symbolic
      -S --suffix=SUFFIX
      -t --target-directory=DIRECTORY:path
      -T --no-target-directory
      -v --verbose
      --help {alone}
      --version {alone}
    """)
}
