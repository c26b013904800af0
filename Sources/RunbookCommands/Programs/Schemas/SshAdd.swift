enum SshAdd {
  static let entry = ProgramEntry("ssh-add") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ssh-add(1), OpenSSH 10 and 9.2",
    """
    ssh-add [FILE...] {write}
      -C
      -c
      -D
      -d
      -K
      -k
      -L {dry}
      -l {dry}
      -q
      -v
      -X
      -x
      -E=VALUE...
      -H=VALUE...
      -h=VALUE...
      -S=VALUE...
      -t=VALUE...
      -e=VALUE...
      -P
      -N
      -Q
      -s=VALUE...
      -M=VALUE...
      -T
      -m=VALUE...
    """)
}
