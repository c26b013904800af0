enum PgCtl {
  static let entry = ProgramEntry("pg_ctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pg_ctl --help, PostgreSQL 15",
    """
    pg_ctl
      -D --pgdata=DATADIR:path
      -s --silent
      -t --timeout=SECS:integer
      -w --wait
      -W --no-wait
      -V --version {alone}
      -? --help {alone}
      -c --core-files
      -l --log=FILENAME:path
      -o --options=OPTIONS...
      -p=PATH:path
      -m --mode=MODE(smart|fast|immediate|s|f|i)
      init|initdb {write}
      start {write}
      stop {write}
      restart {write}
      reload {write}
      status
      promote {write}
      logrotate {write}
      kill SIGNAL PID {write}
    """)
}
