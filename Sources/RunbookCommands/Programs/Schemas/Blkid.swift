enum Blkid {
  static let entry = ProgramEntry("blkid") { _ in program }

  private static let program = Program.shipped(
    .gnu, "blkid(8), util-linux 2.38.1",
    """
    blkid [DEVICE...]
      -c --cache-file=FILE:path
      -d --no-encoding
      -g --garbage-collect
      -o --output=FORMAT
      -k --list-filesystems
      -s --match-tag=TAG
      -t --match-token=TOKEN
      -l --list-one
      -L --label=LABEL
      -U --uuid=UUID
      -p --probe
      -i --info
      -H --hint=VALUE
      -S --size=SIZE
      -O --offset=OFFSET
      -u --usages=LIST
      -n --match-types=LIST
      -D --no-part-details
      -h --help {alone}
      -V --version {alone}
      -v
      -w=VALUE
    """)
}
