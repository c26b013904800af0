enum Dropuser {
  static let entry = ProgramEntry("dropuser") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dropuser(1), PostgreSQL 18 and 15",
    """
    dropuser [ROLE] {destructive}
      -e --echo
      -i --interactive
      -V --version {alone}
      --if-exists
      -? --help {alone}
      -h --host=VALUE...
      -p --port=VALUE...
      -U --username=VALUE...
      -w --no-password
      -W --password
    """)
}
