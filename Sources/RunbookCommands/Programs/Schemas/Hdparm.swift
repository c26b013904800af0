/// Options are listed from its own help and page; how they may be combined is not.
enum Hdparm {
  static let entry = ProgramEntry("hdparm") { _ in program }

  private static let program = Program.shipped(
    .gnu, "hdparm(8), 9.65",
    """
    hdparm [DEVICE...] {open}
      -a
      -A
      -b
      -B
      -c
      -C
      -d
      --dco-freeze
      --dco-identify
      --dco-restore
      --direct
      --drq-hsm-error
      -D
      -E
      -f
      --fallocate
      --fibmap
      --fwdownload
      -F
      -g
      -h
      -H
      -i
      --idle-immediate
      --idle-unload
      -I
      --Iraw[=VALUE]...
      --Istdin
      --Istdout
      -J
      -k
      -K
      -L
      -m
      --make-bad-sector {destructive}
      -M
      -n
      -N
      --offset
      -p
      -P
      --prefer-ata12
      -q
      -Q
      -r
      -R
      --read-sector
      --repair-sector
      -s
      -S
      --set-sector-size
      -t
      -T
      --trim-sector-ranges {destructive}
      --trim-sector-ranges-stdin
      -u
      -v
      -V
      --verbose
      -w
      --write-sector {destructive}
      -W
      -X
      -y
      -Y
      -z
      -Z
      --security-help
      --security-freeze
      --security-prompt-for-password
      --security-unlock[=VALUE]...
      --security-set-pass[=VALUE]... {write}
      --security-disable[=VALUE]...
      --security-erase[=VALUE]... {destructive}
      --security-erase-enhanced[=VALUE]... {destructive}
      --user-master[=VALUE]...
      --security-mode[=VALUE]...
    """)
}
