enum Fuser {
  static let entry = ProgramEntry("fuser") { _ in program }

  private static let program = Program.shipped(
    .gnu, "fuser(1), psmisc 23.6",
    """
    fuser [NAME...]
      -a --all
      -i --interactive
      -I --inode
      -k=I {write}
      --kill
      -l --list-signals
      -m --mount
      -M --ismountpoint
      -n --namespace=SPACE
      -s --silent
      -SIGNAL
      -u --user
      -v --verbose
      -w --writeonly
      -V --version {alone}
      -4 --ipv4
      -6 --ipv6
      -f
      -S
      -G
      -N
      -A
      -L
      -HUP -SIGHUP -INT -SIGINT -QUIT -SIGQUIT -ILL -SIGILL
      -TRAP -SIGTRAP -ABRT -SIGABRT -BUS -SIGBUS -FPE -SIGFPE
      -KILL -SIGKILL -USR1 -SIGUSR1 -SEGV -SIGSEGV -USR2 -SIGUSR2
      -PIPE -SIGPIPE -ALRM -SIGALRM -TERM -SIGTERM -STKFLT -SIGSTKFLT
      -CHLD -SIGCHLD -CONT -SIGCONT -STOP -SIGSTOP -TSTP -SIGTSTP
      -TTIN -SIGTTIN -TTOU -SIGTTOU -URG -SIGURG -XCPU -SIGXCPU
      -XFSZ -SIGXFSZ -VTALRM -SIGVTALRM -PROF -SIGPROF -WINCH -SIGWINCH
      -IO -SIGIO -PWR -SIGPWR -SYS -SIGSYS
      -c
    """)
}
