/// Not every verb and option is listed; the options are those of all verbs together.
enum SshCopyId {
  static let entry = ProgramEntry("ssh-copy-id") { _ in program }

  private static let program = Program.shipped(
    .posix, "ssh-copy-id(1)",
    """
    ssh-copy-id [WORDS...] {write} {open}
      -i[=VALUE]...
      -p=VALUE...
      -o=VALUE...
      -F=VALUE...
      -f
      -n {dry}
      -s
      -t=VALUE...
      -x
      -h
      -?
    """)
}
