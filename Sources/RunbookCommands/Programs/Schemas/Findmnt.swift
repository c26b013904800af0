enum Findmnt {
  static let entry = ProgramEntry("findmnt") { _ in program }

  private static let program = Program.shipped(
    .gnu, "findmnt(8), util-linux 2.38.1",
    """
    findmnt [DEVICE] [MOUNTPOINT]
      -s --fstab
      -m --mtab
      -k --kernel
      -p --poll[=LIST]
      -w --timeout=NUM
      -A --all
      -a --ascii
      -b --bytes
      -C --nocanonicalize
      -c --canonicalize
      -D --df
      -e --evaluate
      -F --tab-file=PATH:path
      -f --first-only
      -i --invert
      -J --json
      -l --list
      -N --task=TID
      -n --noheadings
      -O --options=LIST
      -o --output=LIST
      --output-all
      -P --pairs
      --pseudo
      --shadowed
      -R --submounts
      -r --raw
      --real
      -S --source=STRING
      -T --target=PATH:path
      --tree
      -t --types=LIST
      -U --uniq
      -u --notruncate
      -v --nofsroot
      -y --shell
      -x --verify
      --verbose
      --vfs-all
      -h --help {alone}
      -V --version {alone}
      --deleted
      -d --direction=WORD
      -M --mountpoint=PATH:path
      --shadow
    """)
}
