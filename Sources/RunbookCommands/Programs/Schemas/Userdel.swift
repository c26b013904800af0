enum Userdel {
  static let entry = ProgramEntry("userdel") { _ in program }

  private static let program = Program.shipped(
    .gnu, "userdel(8), shadow 4.20 and 4.13",
    """
    userdel USER {destructive}
      -f --force
      -h --help {alone}
      -r --remove
      -R --root=VALUE...
      -P --prefix=VALUE...
      -Z --selinux-user
    """)
}
