enum Mv {
  static let entry = ProgramEntry("mv") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mv(1), coreutils 9.1",
    """
    mv SOURCE:path... {write}
      --backup[=CONTROL]
      -b
      -f --force
      -i --interactive
      -n --no-clobber
      --strip-trailing-slashes
      -S --suffix=SUFFIX
      -t --target-directory=DIRECTORY:path
      -T --no-target-directory
      -u --update
      -v --verbose
      -Z --context
      --help {alone}
      --version {alone}
    """)
}
