enum Nslookup {
  static let entry = ProgramEntry("nslookup") { _ in program }

  private static let program = Program.shipped(
    .singleDash, "nslookup(1), bind9-dnsutils 9.18",
    """
    nslookup [NAME] [SERVER] {open}
    """)
}
