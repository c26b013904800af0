/// What it does to the database depends on the statements; those in a file are not read.
enum Psql {
  static let entry = ProgramEntry("psql") { _ in program }

  private static let program = Program.shipped(
    .gnu, "psql --help, PostgreSQL 15",
    """
    psql [DATABASE] [USER]
      -c --command=COMMAND:sql...
      -d --dbname=DBNAME
      -f --file=FILENAME
      -l --list
      -v --set --variable=NAME...
      -V --version {alone}
      -X --no-psqlrc
      -1 --single-transaction
      -? --help[=TOPIC] {alone}
      -a --echo-all
      -b --echo-errors
      -e --echo-queries
      -E --echo-hidden
      -L --log-file=FILENAME
      -n --no-readline
      -o --output=FILENAME
      -q --quiet
      -s --single-step
      -S --single-line
      -A --no-align
      --csv
      -F --field-separator=STRING
      -H --html
      -P --pset=VAR
      -R --record-separator=STRING
      -t --tuples-only
      -T --table-attr=TEXT
      -x --expanded
      -z --field-separator-zero
      -0 --record-separator-zero
      -h --host=HOSTNAME
      -p --port=PORT
      -U --username=USERNAME
      -w --no-password
      -W --password
    """)
}
