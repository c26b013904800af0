enum Ps {
  static let entry = ProgramEntry("ps") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ps(1), procps 4.0.2",
    """
    # The options without a dash, `ps aux`, are operands.
    ps [WORD...]
      -A -e
      -a
      -d
      -N --deselect
      -C=COMMANDS
      -G --Group=GROUPS
      -g --group=GROUPS
      -p --pid=PIDS
      --ppid=PIDS
      -q --quick-pid=PIDS
      -s --sid=SESSIONS
      -t --tty=TERMINALS
      -U --User=USERS
      -u --user=USERS
      -F
      -f
      -H
      -j
      -l
      -M -Z --context
      -O=FORMAT
      -o --format=FORMAT
      -P
      -y
      -c
      -w
      -n=FILE:path
      -L
      -T
      -m
      --cols --columns --width=NUMBER
      --rows --lines=NUMBER
      --cumulative
      --forest
      --header --headers --heading --headings
      --no-header --no-headers --no-heading --no-headings
      --noheader --noheaders --noheading --noheadings
      --sort=KEYS
      -V --version {alone}
      --help[=SECTION] {alone}
      --info {alone}
    """)
}
