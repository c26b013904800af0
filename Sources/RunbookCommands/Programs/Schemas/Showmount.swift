enum Showmount {
  static let entry = ProgramEntry("showmount") { _ in program }

  private static let program = Program.shipped(
    .gnu, "showmount(8), nfs-utils 2",
    """
    showmount [HOST]
      -a
      -d
      -e
      -h
      -v
      --all
      --directories
      --exports
      --help {alone}
      --version {alone}
      --no-headers
    """)
}
