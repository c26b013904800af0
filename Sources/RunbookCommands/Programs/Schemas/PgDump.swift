enum PgDump {
  static let entry = ProgramEntry("pg_dump") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pg_dump --help, PostgreSQL 15",
    """
    pg_dump [DBNAME]
      -f --file=FILENAME:path
      -F --format=FORMAT(c|d|t|p|custom|directory|tar|plain)
      -j --jobs=NUM:integer
      -v --verbose
      -Z --compress=LEVEL
      -a --data-only
      -b --blobs --large-objects
      -B --no-blobs --no-large-objects
      -c --clean
      -C --create
      -e --extension=PATTERN...
      -E --encoding=ENCODING
      -n --schema=PATTERN...
      -N --exclude-schema=PATTERN...
      -O --no-owner
      -R --no-reconnect
      -s --schema-only
      -S --superuser=NAME
      -t --table=PATTERN...
      -T --exclude-table=PATTERN...
      -x --no-privileges --no-acl
      --enable-row-security
      --exclude-table-data=PATTERN...
      --include-foreign-data=PATTERN...
      --section=SECTION(pre-data|data|post-data)...
      --serializable-deferrable
      --snapshot=SNAPSHOT
      --strict-names
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
      -d --dbname=DBNAME
      -h --host=HOSTNAME
      -p --port=PORT
      -U --username=NAME
      -w --no-password
      -W --password
      -V --version {alone}
      -? --help {alone}
    """)
}
