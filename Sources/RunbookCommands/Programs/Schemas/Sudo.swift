enum Sudo {
  static let entry = ProgramEntry("sudo") { _ in program }

  private static let program = Program.shipped(
    .posix, "sudo(8), sudo 1.9.13p3",
    """
    sudo [NAME=VALUE...] [COMMAND:command(same)...]
      -A --askpass
      -b --background
      -B --bell
      -C --close-from=NUM
      -D --chdir=DIRECTORY:path
      -E
      --preserve-env[=LIST]
      -e --edit
      -g --group=GROUP
      -H --set-home
      -h[=HOST]
      --help {alone}
      --host=HOST
      -i --login {interactive}
      -K --remove-timestamp
      -k --reset-timestamp
      -l --list
      -n --non-interactive
      -P --preserve-groups
      -p --prompt=PROMPT
      -R --chroot=DIRECTORY:path
      -r --role=ROLE
      -S --stdin
      -s --shell {interactive}
      -t --type=TYPE
      -U --other-user=USER
      -u --user=USER
      -V --version {alone}
      -v --validate
      -N --no-update
      -T --command-timeout=TIMEOUT
      --auth-type=VALUE
      --login-class=VALUE
      --intercept_ptrace
      -a=VALUE
      -c=VALUE
    """)
}
