enum Lsusb {
  static let entry = ProgramEntry("lsusb") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lsusb(8), usbutils",
    """
    lsusb
      -v --verbose
      -s=VALUE...
      -D=VALUE...
      -t --tree
      -V --version {alone}
      -h --help {alone}
      -d=VALUE...
      --UAC3
      -P=VALUE...
      -p=VALUE...
    """)
}
