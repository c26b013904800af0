enum Killall {
  static let entry = ProgramEntry("killall") { _ in program }

  private static let program = Program.shipped(
    .gnu, "killall(1), psmisc 23.6",
    """
    killall NAME... {write}
      -e --exact
      -I --ignore-case
      -g --process-group
      -y --younger-than=VALUE
      -o --older-than=VALUE
      -i --interactive
      -l --list {alone}
      -q --quiet
      -r --regexp
      -s --signal=SIGNAL
      -SIGNAL
      -u --user=USER
      -v --verbose
      -V --version {alone}
      -w --wait
      -n --ns=PID
      -Z --context=VALUE
      --list-signals
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
