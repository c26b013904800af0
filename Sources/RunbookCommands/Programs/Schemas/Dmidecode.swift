enum Dmidecode {
  static let entry = ProgramEntry("dmidecode") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dmidecode(8), 3.6 and 3.4",
    """
    dmidecode
      -d --dev-mem=VALUE...
      -h --help {alone}
      -q --quiet
      --no-quirks
      -s --string=VALUE...
      --list-strings
      -t --type=VALUE...
      --list-types
      -H --handle=VALUE...
      -u --dump
      --dump-bin=VALUE...
      --from-dump=VALUE...
      --no-sysfs
      --oem-string=VALUE...
      -V --version {alone}
    """)
}
