enum Chroot {
  static let entry = ProgramEntry("chroot") { _ in program }

  private static let program = Program.shipped(
    .posix, "chroot(8), coreutils 9.1",
    """
    chroot NEWROOT:path [COMMAND:command(elsewhere)...]
      --groups=G_LIST
      --userspec=USER
      --skip-chdir
      --help {alone}
      --version {alone}
    """)
}
