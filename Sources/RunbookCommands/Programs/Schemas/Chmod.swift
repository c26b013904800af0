enum Chmod {
  static let entry = ProgramEntry("chmod") { _ in program }

  private static let program = Program.shipped(
    .gnu, "chmod(1), coreutils 9.1",
    """
    chmod MODE [FILE:path...] {write}
      -c --changes
      -f --silent --quiet
      -v --verbose
      --no-preserve-root
      --preserve-root
      --reference=RFILE
      -R --recursive
      --help {alone}
      --version {alone}
      -r[=MODE] -w[=MODE] -x[=MODE] -X[=MODE] -s[=MODE] -t[=MODE] {alone}
      -u[=MODE] -g[=MODE] -o[=MODE] -a[=MODE] {alone}
    """)
}
