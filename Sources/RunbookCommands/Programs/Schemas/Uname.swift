enum Uname {
  static let entry = ProgramEntry("uname") { _ in program }

  private static let program = Program.shipped(
    .gnu, "uname(1), coreutils 9.1",
    """
    uname
      -a --all
      -s --kernel-name
      -n --nodename
      -r --kernel-release
      -v --kernel-version
      -m --machine
      -p --processor
      -i --hardware-platform
      -o --operating-system
      --help {alone}
      --version {alone}
      --sysname
      --release
    """)
}
