enum Hostname {
  static let entry = ProgramEntry("hostname") { _ in program }

  private static let program = Program.shipped(
    .gnu, "hostname(1), hostname 3.23",
    """
    hostname [NAME] {write=operands}
      -a --alias
      -A --all-fqdns
      -b --boot
      -d --domain
      -f --fqdn --long
      -F --file=FILENAME:path {write}
      -i --ip-address
      -s --short
      -y --yp --nis
      -I --all-ip-addresses
      -V --version {alone}
      -h --help {alone}
      -? {alone}
    """)
}
