enum Dropdb {
  static let entry = ProgramEntry("dropdb") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dropdb(1), PostgreSQL 18 and 15",
    """
    dropdb [DATABASE] {destructive}
      -e --echo
      -f --force
      -i --interactive
      -V --version {alone}
      --if-exists
      -? --help {alone}
      -h --host=VALUE...
      -p --port=VALUE...
      -U --username=VALUE...
      -w --no-password
      -W --password
      --maintenance-db=VALUE...
    """)
}
