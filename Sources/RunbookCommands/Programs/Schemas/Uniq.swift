enum Uniq {
  static let entry = ProgramEntry("uniq") { _ in program }

  private static let program = Program.shipped(
    .gnu, "uniq(1), coreutils 9.1",
    """
    uniq [INPUT:path] [OUTPUT:path]
      -c --count
      -d --repeated
      -D
      --all-repeated[=METHOD]
      -f --skip-fields=N
      --group[=METHOD]
      -i --ignore-case
      -s --skip-chars=N
      -u --unique
      -z --zero-terminated
      -w --check-chars=N
      --help {alone}
      --version {alone}
    """)
}
