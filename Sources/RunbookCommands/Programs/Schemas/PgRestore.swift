/// Without `--dbname` it only prints the statements.
enum PgRestore {
  static let entry = ProgramEntry("pg_restore") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pg_restore --help, PostgreSQL 15",
    """
    pg_restore [FILE:path]
      -d --dbname=NAME {write}
      -f --file=FILENAME:path
      -F --format=FORMAT(c|d|t|custom|directory|tar)
      -l --list
      -v --verbose
      -a --data-only
      -c --clean {destructive}
      -C --create
      -e --exit-on-error
      -I --index=NAME...
      -j --jobs=NUM:integer
      -L --use-list=FILENAME:path
      -n --schema=NAME...
      -N --exclude-schema=NAME...
      -O --no-owner
      -R --no-reconnect
      -P --function=NAME...
      -s --schema-only
      -S --superuser=NAME
      -t --table=NAME...
      -T --trigger=NAME...
      -x --no-privileges --no-acl
      -1 --single-transaction
      --disable-triggers
      --enable-row-security
      --if-exists
      --no-comments
      --no-data-for-failed-tables
      --no-publications
      --no-security-labels
      --no-subscriptions
      --no-table-access-method
      --no-tablespaces
      --restrict-key=KEY
      --role=ROLENAME
      --section=SECTION(pre-data|data|post-data)...
      --strict-names
      --use-set-session-authorization
      -h --host=HOSTNAME
      -p --port=PORT
      -U --username=NAME
      -w --no-password
      -W --password
      -V --version {alone}
      -? --help {alone}
    """)
}
