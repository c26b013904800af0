enum Pkill {
  static let entry = ProgramEntry("pkill") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pkill(1), procps 4.0.2",
    """
    pkill [PATTERN] {write}
      -q --queue=VALUE
      -e --echo
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
      -d --delimiter=DELIMITER
      -l --list-name
      -a --list-full
      -v --inverse
      -w --lightweight
      -? {alone}
      -HUP -SIGHUP -INT -SIGINT -QUIT -SIGQUIT -ILL -SIGILL
      -TRAP -SIGTRAP -ABRT -SIGABRT -BUS -SIGBUS -FPE -SIGFPE
      -KILL -SIGKILL -USR1 -SIGUSR1 -SEGV -SIGSEGV -USR2 -SIGUSR2
      -PIPE -SIGPIPE -ALRM -SIGALRM -TERM -SIGTERM -STKFLT -SIGSTKFLT
      -CHLD -SIGCHLD -CONT -SIGCONT -STOP -SIGSTOP -TSTP -SIGTSTP
      -TTIN -SIGTTIN -TTOU -SIGTTOU -URG -SIGURG -XCPU -SIGXCPU
      -XFSZ -SIGXFSZ -VTALRM -SIGVTALRM -PROF -SIGPROF -WINCH -SIGWINCH
      -IO -SIGIO -PWR -SIGPWR -SYS -SIGSYS
    """)
}
