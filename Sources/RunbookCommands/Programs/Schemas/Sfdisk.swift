enum Sfdisk {
  static let entry = ProgramEntry("sfdisk") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sfdisk(8), util-linux 2.42 and 2.38.1",
    """
    sfdisk [WORDS...] {write}
      -d --dump {dry}
      -J --json {dry}
      -B --backup-pt-sectors
      -g --show-geometry {dry}
      -l --list {dry}
      -F --list-free {dry}
      -r --reorder
      -s --show-size {dry}
      -T --list-types {dry}
      -V --verify {dry}
      --delete {destructive}
      --discard-free
      --disk-id
      --relocate
      -a --append
      -b --backup
      --bytes
      --move-use-fsync
      -f --force
      --color[=VALUE]...
      --sector-size=VALUE...
      --lock[=VALUE]...
      -N --partno=VALUE...
      -n --no-act {dry}
      --no-reread
      --no-tell-kernel
      -O --backup-file=VALUE...
      -o --output=VALUE...
      -q --quiet
      -w --wipe=VALUE...
      -W --wipe-partitions=VALUE...
      -X --label=VALUE...
      -G --show-pt-geometry
      -L --Linux
      -u --unit=VALUE...
      -h --help {alone}
      -v --version {alone}
      --move-data[=VALUE]...
      -Y --label-nested=VALUE...
      --activate
      --change-id
      --id
      --part-attrs
      --part-label
      --part-type
      --part-uuid
      --print-id
      -A
      -c
    """)
}
