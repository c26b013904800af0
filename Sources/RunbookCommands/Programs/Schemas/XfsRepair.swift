enum XfsRepair {
  static let entry = ProgramEntry("xfs_repair") { _ in program }

  private static let program = Program.shipped(
    .gnu, "xfs_repair(8), xfsprogs",
    """
    xfs_repair DEVICE {write}
      -f
      -L {destructive}
      -l=DEVICE
      -r=DEVICE
      -n {dry}
      -P
      -m=MEGABYTES
      -c=OPTION...
      -o=OPTION...
      -t=SECONDS
      -v
      -d
      -e
      -V {alone}
    """)
}
