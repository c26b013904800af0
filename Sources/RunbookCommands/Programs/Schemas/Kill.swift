enum Kill {
  static let entry = ProgramEntry("kill") { _ in program }

  private static let program = Program.shipped(
    .gnu, "kill(1), procps 4.0.2",
    """
    kill PID... {write}
      -q --queue=VALUE
      -l --list[=SIGNAL] {alone}
      -L --table {alone}
      -h --help {alone}
      -V --version {alone}
      -s=SIGNAL
      --signal=SIGNAL
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
