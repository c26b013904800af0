enum PgIsready {
  static let entry = ProgramEntry("pg_isready") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pg_isready --help, PostgreSQL 15",
    """
    pg_isready
      -d --dbname=DBNAME
      -q --quiet
      -h --host=HOSTNAME
      -p --port=PORT
      -t --timeout=SECS
      -U --username=USERNAME
      -V --version {alone}
      -? --help {alone}
    """)
}
