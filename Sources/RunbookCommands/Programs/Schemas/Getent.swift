enum Getent {
  static let entry = ProgramEntry("getent") { _ in program }

  private static let program = Program.shipped(
    .gnu, "getent(1), glibc 2.36",
    """
    getent DATABASE [KEY...]
      -A --no-addrconfig
      -i --no-idn
      -s --service=CONFIG
      -? --help {alone}
      --usage {alone}
      -V --version {alone}
    """)
}
