enum XfsGrowfs {
  static let entry = ProgramEntry("xfs_growfs") { _ in program }

  private static let program = Program.shipped(
    .gnu, "xfs_growfs(8), xfsprogs",
    """
    xfs_growfs FILESYSTEM:path {write}
      -d
      -D=SIZE
      -e=SIZE
      -i
      -l
      -L=SIZE
      -m=PERCENT
      -n {dry}
      -r
      -R=SIZE
      -t=FILE
      -x
      -V {alone}
    """)
}
