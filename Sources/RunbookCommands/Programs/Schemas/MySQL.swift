/// What it does to the database depends on the statements, of which only those in `-e` are read.
enum MySQL {
  static let entry = ProgramEntry("mysql", "mariadb") { _ in program }

  private static let program = Program.shipped(
    .gnu, "mysql --help, MariaDB 10.11",
    """
    mysql [DATABASE] {open}
      -h --host=HOST
      -P --port=PORT:integer
      -u --user=USER
      -p --password[=PASSWORD]
      -D --database=DATABASE
      -e --execute=STATEMENT:sql
      -S --socket=PATH:path
      -B --batch
      -N --skip-column-names
      -E --vertical
      -s --silent
      -t --table
      -f --force
      -v --verbose
      -V --version {alone}
      -? -I --help {alone}
    """)
}
