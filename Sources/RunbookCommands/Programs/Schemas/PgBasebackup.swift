enum PgBasebackup {
  static let entry = ProgramEntry("pg_basebackup") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pg_basebackup --help, PostgreSQL 15",
    """
    pg_basebackup
      -D --pgdata=DIRECTORY:path
      -F --format=FORMAT(p|t|plain|tar)
      -r --max-rate=RATE
      -R --write-recovery-conf
      -t --target=TARGET
      -T --tablespace-mapping=OLDDIR=NEWDIR...
      --waldir=WALDIR:path
      -X --wal-method=METHOD(none|fetch|stream|n|f|s)
      -z --gzip
      -Z --compress=METHOD
      -c --checkpoint=MODE(fast|spread)
      -C --create-slot {write}
      -l --label=LABEL
      -n --no-clean
      -N --no-sync
      -P --progress
      -S --slot=SLOTNAME
      -v --verbose
      --manifest-checksums=ALGORITHM
      --manifest-force-encode
      --no-estimate-size
      --no-manifest
      --no-slot
      --no-verify-checksums
      -d --dbname=CONNSTR
      -s --status-interval=INTERVAL
      -h --host=HOSTNAME
      -p --port=PORT
      -U --username=NAME
      -w --no-password
      -W --password
      -V --version {alone}
      -? --help {alone}
    """)
}
