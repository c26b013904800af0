enum Dmesg {
  static let entry = ProgramEntry("dmesg") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dmesg(1), util-linux 2.38.1",
    """
    dmesg
      -C --clear {write}
      -c --read-clear {write}
      -D --console-off {write}
      -E --console-on {write}
      -F --file=FILE:path
      -f --facility=LIST
      -H --human
      -J --json
      -k --kernel
      -L --color[=WHEN]
      -l --level=LIST
      -P --nopager
      -p --force-prefix
      -r --raw
      --noescape
      -S --syslog
      -s --buffer-size=SIZE
      -u --userspace
      -w --follow {endless}
      -W --follow-new {endless}
      -x --decode
      -d --show-delta
      -e --reltime
      -T --ctime
      -t --notime
      --time-format=FORMAT
      --since=TIME
      --until=TIME
      -h --help {alone}
      -V --version {alone}
      -n --console-level=LEVEL {write}
    """)
}
