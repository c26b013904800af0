enum Mkfs {
  static let entry = ProgramEntry("mkfs", "mkfs.ext4", "mkfs.xfs", "mkfs.vfat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mkfs(8), util-linux 2.38.1",
    """
    mkfs|mkfs.ext4|mkfs.xfs|mkfs.vfat [ARGUMENT...] {destructive} {open}
      -t --type=TYPE
      -V --verbose --version {alone}
      -h --help {alone}
    """)
}
