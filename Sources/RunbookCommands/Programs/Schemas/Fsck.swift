/// Options are listed from its own help and page; how they may be combined is not.
enum Fsck {
  static let entry = ProgramEntry("fsck") { _ in program }

  private static let program = Program.shipped(
    .gnu, "fsck(8), util-linux 2.42 and 2.38.1",
    """
    fsck [WORDS...] {write} {open}
      -A
      -C[=VALUE]...
      -l
      -M
      -N {dry}
      -P
      -R
      -r[=VALUE]...
      -s
      -T
      -t[=VALUE]...
      -V
      -? --help {alone}
      --version {alone}
    """)
}
