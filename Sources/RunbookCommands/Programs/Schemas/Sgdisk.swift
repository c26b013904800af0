enum Sgdisk {
  static let entry = ProgramEntry("sgdisk") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sgdisk(8), gdisk 1.0.10 and 1.0.9",
    """
    sgdisk [DEVICE...]
      -A --attributes=VALUE...
      -a --set-alignment=VALUE...
      -b --backup=VALUE...
      -B --byte-swap-name=VALUE...
      -c --change-name=VALUE... {write}
      -C --recompute-chs
      -d --delete=VALUE... {destructive}
      -D --display-alignment
      -e --move-second-header
      -E --end-of-largest
      -f --first-in-largest
      -F --first-aligned-in-largest
      -g --mbrtogpt
      -G --randomize-guids {write}
      -h --hybrid=VALUE...
      -i --info=VALUE...
      -I --align-end
      -j --move-main-table=VALUE...
      -k --move-backup-table=VALUE...
      -l --load-backup=VALUE... {destructive}
      -L --list-types
      -m --gpttombr=VALUE...
      -n --new=VALUE... {write}
      -N --largest-new=VALUE... {write}
      -o --clear {destructive}
      -O --print-mbr
      -p --print
      -P --pretend {dry}
      -r --transpose=VALUE...
      -R --replicate=VALUE... {destructive}
      -s --sort
      -S --resize-table=VALUE...
      -t --typecode=VALUE... {write}
      -T --transform-bsd=VALUE...
      -u --partition-guid=VALUE...
      -U --disk-guid=VALUE...
      -v --verify
      -V --version {alone}
      -z --zap {destructive}
      -Z --zap-all {destructive}
      -? --help {alone}
      --usage
      --adjust-main-table=VALUE...
    """)
}
