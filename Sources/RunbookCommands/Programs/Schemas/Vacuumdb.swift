enum Vacuumdb {
  static let entry = ProgramEntry("vacuumdb") { _ in program }

  private static let program = Program.shipped(
    .gnu, "vacuumdb --help, PostgreSQL 15",
    """
    vacuumdb [DBNAME] {write}
      -a --all
      -d --dbname=DBNAME
      --disable-page-skipping
      -e --echo
      -f --full
      -F --freeze
      --force-index-cleanup
      -j --jobs=NUM:integer
      --min-mxid-age=AGE:integer
      --min-xid-age=AGE:integer
      --no-index-cleanup
      --no-process-toast
      --no-truncate
      -P --parallel=WORKERS:integer
      -q --quiet
      --skip-locked
      -t --table=TABLE...
      -v --verbose
      -z --analyze
      -Z --analyze-only
      --analyze-in-stages
      --maintenance-db=DBNAME
      -h --host=HOSTNAME
      -p --port=PORT
      -U --username=NAME
      -w --no-password
      -W --password
      -V --version {alone}
      -? --help {alone}
    """)
}
