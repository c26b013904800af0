enum EnvCommand {
  static let entry = ProgramEntry("env") { _ in program }

  private static let program = Program.shipped(
    .posix, "env(1), coreutils 9.1",
    """
    env [NAME=VALUE...] [COMMAND:command(same)...]
      -i --ignore-environment
      -0 --null
      -u --unset=NAME...
      -C --chdir=DIR:path
      -S --split-string=STRING {alone}
      --block-signal[=SIGNAL]
      --default-signal[=SIGNAL]
      --ignore-signal[=SIGNAL]
      --list-signal-handling
      -v --debug
      --help {alone}
      --version {alone}
    """)
}
