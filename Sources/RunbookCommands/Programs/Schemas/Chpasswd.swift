enum Chpasswd {
  static let entry = ProgramEntry("chpasswd") { _ in program }

  private static let program = Program.shipped(
    .gnu, "chpasswd(8), shadow 4.20 and 4.13",
    """
    chpasswd {write}
      -c --crypt-method=VALUE...
      -e --encrypted
      -h --help {alone}
      -R --root=VALUE...
      -P --prefix=VALUE...
      -s --sha-rounds=VALUE...
      -m --md5
    """)
}
