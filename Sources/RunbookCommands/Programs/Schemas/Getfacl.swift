enum Getfacl {
  static let entry = ProgramEntry("getfacl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "getfacl(1), acl 2.3",
    """
    getfacl [FILE...]
      -a --access
      -d --default
      -c --omit-header
      -e --all-effective
      -E --no-effective
      -s --skip-base
      -R --recursive
      -L --logical
      -P --physical
      -t --tabular
      -n --numeric
      --one-file-system
      -p --absolute-names
      -v --version {alone}
      -h --help {alone}
    """)
}
