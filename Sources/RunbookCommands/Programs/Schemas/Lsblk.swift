enum Lsblk {
  static let entry = ProgramEntry("lsblk") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lsblk(8), util-linux 2.38.1",
    """
    lsblk [DEVICE...]
      -A --noempty
      -D --discard
      -J --json
      -M --merge
      -O --output-all
      -P --pairs
      -S --scsi
      -a --all
      -b --bytes
      -d --nodeps
      -f --fs
      -i --ascii
      -l --list
      -m --perms
      -n --noheadings
      -o --output=LIST
      -p --paths
      -r --raw
      -s --inverse
      -t --topology
      -w --width=NUM
      -x --sort=COLUMN
      -y --shell
      -z --zoned
      --sysroot=DIR:path
      -h --help {alone}
      -V --version {alone}
      -E --dedup=COLUMN
      -e --exclude=LIST
      -I --include=LIST
      -T --tree[=COLUMN]
    """)
}
