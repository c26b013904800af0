enum Exportfs {
  static let entry = ProgramEntry("exportfs") { _ in program }

  private static let program = Program.shipped(
    .gnu, "exportfs(8), nfs-utils 2",
    """
    exportfs [CLIENT...] {write=operands}
      -a
      -d=KIND
      -f {write}
      -i
      -o=OPTIONS...
      -r {write}
      -s
      -u {write}
      -v
      -h {alone}
    """)
}
