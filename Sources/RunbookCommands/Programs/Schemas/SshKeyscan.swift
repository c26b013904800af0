enum SshKeyscan {
  static let entry = ProgramEntry("ssh-keyscan") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ssh-keyscan(1), OpenSSH 10 and 9.2",
    """
    ssh-keyscan [HOST...]
      -4
      -6
      -c
      -D
      -H
      -q
      -v
      -f=VALUE...
      -O=VALUE...
      -p=VALUE...
      -T=VALUE...
      -t=VALUE...
    """)
}
