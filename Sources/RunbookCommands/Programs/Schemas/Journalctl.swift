enum Journalctl {
  static let entry = ProgramEntry("journalctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "journalctl(1), systemd 252",
    """
    journalctl [MATCH...]
      --system
      --user
      -M --machine=CONTAINER
      -m --merge
      -D --directory=DIR:path
      --file=PATH:path...
      --root=DIR:path
      --image=IMAGE:path
      --namespace=NAMESPACE
      -S --since=DATE
      -U --until=DATE
      -c --cursor=CURSOR
      --after-cursor=CURSOR
      --show-cursor
      --cursor-file=FILE:path
      -b --boot[=ID] {next}
      --list-boots
      -k --dmesg
      -u --unit=UNIT...
      --user-unit=UNIT...
      -t --identifier=STRING...
      -p --priority=RANGE
      --facility=FACILITY...
      -g --grep=PATTERN
      --case-sensitive[=BOOL]
      -e --pager-end
      -f --follow {endless}
      -n --lines[=COUNT] {next}
      --no-tail
      -r --reverse
      -o --output=STRING
      --output-fields=LIST
      --utc
      -x --catalog
      --no-hostname
      --no-full
      -l --full
      -a --all
      -q --quiet
      --no-pager
      --interval=TIME
      --verify-key=KEY
      --force
      -h --help {alone}
      --version {alone}
      -N --fields
      -F --field=FIELD
      --disk-usage
      --vacuum-size=BYTES {destructive}
      --vacuum-files=INT:integer {destructive}
      --vacuum-time=TIME {destructive}
      --verify
      --sync {write}
      --relinquish-var {write}
      --smart-relinquish-var {write}
      --flush {write}
      --rotate {write}
      --header
      --list-catalog
      --dump-catalog
      --update-catalog {write}
      --setup-keys {write}
    """)
}
