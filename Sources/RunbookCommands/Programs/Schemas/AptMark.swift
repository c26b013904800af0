// swift-format-ignore-file
/// Options are listed from its own help and page; how they may be combined is not.
enum AptMark {
  static let entry = ProgramEntry("apt-mark") { _ in program }

  private static let program = Program.shipped(
    .gnu, "apt-mark(8), apt 3.3 and 2.6",
    """
    apt-mark
      --with-source[=VALUE]...
      -h --help {alone}
      -v --version {alone}
      --color
      -q --quiet
      --audit
      --cli-version[=VALUE]...
      -f --file[=VALUE]...
      -c --config-file
      -o --option
      --no-color
      auto|manual|hold|unhold|minimize-manual|install|remove|deinstall|purge|markauto|unmarkauto [WORDS...] {write} {open}
      showauto|showmanual|showhold|showinstall|showheld|showremove|showdeinstall|showpurge [WORDS...] {open}
    """)
}
