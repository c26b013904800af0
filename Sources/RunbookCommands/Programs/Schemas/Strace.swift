enum Strace {
  static let entry = ProgramEntry("strace") { _ in program }

  private static let program = Program.shipped(
    .posix, "strace(1), strace 6.1",
    """
    strace [COMMAND:command(same)...]
      -e=EXPR
      -E --env=VAR
      -p --attach=PID {endless}
      -u --user=USERNAME
      -b --detach-on=EXECVE
      -D
      -DD -DDD=GRANDCHILD
      --daemonize[=GRANDCHILD]
      -f -ff --follow-forks --output-separately
      -I --interruptible=INTERRUPTIBLE
      --trace=SYSCALLGROUPALLREGEX6432X32NONE
      -P --trace-path=PATH:path
      -z --successful-only
      -Z --failed-only
      -a --columns=COLUMN
      -i --instruction-pointer
      -k --stack-traces
      -n --syscall-number
      -o --output=FILE:path
      -A --output-append-mode
      -qqq=ALL
      --quiet[=ALL]
      -r
      --relative-timestamps[=PRECISION]
      -s --string-limit=STRSIZE
      -t
      -tt=TIME
      --absolute-timestamps[=TIME]
      -T
      --syscall-times[=PRECISION]
      -v --no-abbrev
      -x
      -xx --strings-in-hex[=NONASCIICHARS]
      -X --const-print-style=FORMAT
      -y
      -yy=PATH:path
      --decode-fds[=PATH:path]
      -Y
      --decode-pids=PIDNS
      -c --summary-only
      -C --summary
      -S --summary-sort-by=SORTBY
      -U --summary-columns=COLUMNS
      -w --summary-wall-clock
      --inject=SET
      -d --debug
      -h --help {alone}
      --seccomp-bpf
      -V --version {alone}
      -q
      -O=OVERHEAD
      --signal=SET
      --status=SET
      --abbrev=SYSCALL_SET
      --verbose=SYSCALL_SET
      --raw=SYSCALL_SET
      --read=SET
      --silent[=SET]
      --silence[=SET]
      --kvm=VCPU
      --pidns-translation
      --summary-syscall-overhead=OVERHEAD
      --fault=SYSCALL_SET
      -F
      --daemonised[=VALUE]
      --daemonized[=VALUE]
      --timestamps[=VALUE]
      --failing-only
      --tips[=VALUE]
      --signals=VALUE
      --write=VALUE
      --secontext[=VALUE]
    """)
}
