enum Pgrep {
  static let entry = ProgramEntry("pgrep") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pgrep(1), procps 4.0.2",
    """
    pgrep [PATTERN]
      -d --delimiter=STRING
      -l --list-name
      -a --list-full
      -v --inverse
      -w --lightweight
      -c --count
      -f --full
      -g --pgroup=PGID
      -G --group=GID
      -i --ignore-case
      -n --newest
      -o --oldest
      -O --older=SECONDS
      -P --parent=PPID
      -s --session=SID
      -t --terminal=TTY
      -u --euid=ID
      -U --uid=ID
      -x --exact
      -F --pidfile=FILE:path
      -L --logpidfile
      -r --runstates=STATE
      -A --ignore-ancestors
      --cgroup=GRP
      --ns=PID
      --nslist=NS
      -h --help {alone}
      -V --version {alone}
      --signal=SIGNAL
      -e --echo
      -q --queue=VALUE
      -? {alone}
    """)
}
