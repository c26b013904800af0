enum Nsenter {
  static let entry = ProgramEntry("nsenter") { _ in program }

  private static let program = Program.shipped(
    .posix, "nsenter(1), util-linux 2.38.1",
    """
    nsenter [COMMAND:command(elsewhere)...]
      -a --all
      -t --target=PID
      -m --mount[=FILE:path]
      -u --uts[=FILE:path]
      -i --ipc[=FILE:path]
      -n --net[=FILE:path]
      -p --pid[=FILE:path]
      -C --cgroup[=FILE:path]
      -U --user[=FILE:path]
      -T --time[=FILE:path]
      -S --setuid=UID
      -G --setgid=GID
      -r --root[=DIR:path]
      -w --wd[=DIR:path]
      -W=DIR:path
      --wdns[=DIR:path]
      -F --no-fork
      -Z --follow-context
      -h --help {alone}
      -V --version {alone}
      --preserve-credentials
    """)
}
