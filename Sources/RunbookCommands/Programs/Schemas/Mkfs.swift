enum Mkfs {
  static let entry = ProgramEntry("mkfs", "mkfs.f2fs", "mkfs.ntfs", "mkfs.exfat") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mkfs(8), util-linux 2.38.1",
    """
    mkfs|mkfs.f2fs|mkfs.ntfs|mkfs.exfat [ARGUMENT...] {destructive} {open}
      -t --type=TYPE
      -V --verbose --version {alone}
      -h --help {alone}
    """)
}
