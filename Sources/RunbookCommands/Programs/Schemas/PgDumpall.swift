enum PgDumpall {
  static let entry = ProgramEntry("pg_dumpall") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pg_dumpall --help, PostgreSQL 15",
    """
    pg_dumpall
      -f --file=FILENAME:path
      -v --verbose
      -a --data-only
      -c --clean
      -E --encoding=ENCODING
      -g --globals-only
      -O --no-owner
      -r --roles-only
      -s --schema-only
      -S --superuser=NAME
      -t --tablespaces-only
      -x --no-privileges --no-acl
      --exclude-database=PATTERN...
      --no-role-passwords
      --binary-upgrade
      --column-inserts --attribute-inserts
      --disable-dollar-quoting
      --disable-triggers
      --extra-float-digits=NUM
      --if-exists
      --inserts
      --load-via-partition-root
      --no-comments
      --no-publications
      --no-security-labels
      --no-subscriptions
      --no-sync
      --no-table-access-method
      --no-tablespaces
      --no-toast-compression
      --no-unlogged-table-data
      --on-conflict-do-nothing
      --quote-all-identifiers
      --restrict-key=KEY
      --rows-per-insert=NROWS:integer
      --use-set-session-authorization
      --lock-wait-timeout=TIMEOUT
      --role=ROLENAME
      -d --dbname=CONNSTR
      -l --database=DBNAME
      -h --host=HOSTNAME
      -p --port=PORT
      -U --username=NAME
      -w --no-password
      -W --password
      -V --version {alone}
      -? --help {alone}
    """)
}
