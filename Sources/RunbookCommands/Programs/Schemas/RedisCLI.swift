/// What it does to the database depends on the command.
enum RedisCLI {
  static let entry = ProgramEntry("redis-cli", "valkey-cli", "keydb-cli") { _ in program }

  private static let program = Program.shipped(
    .posix, "redis-cli --help, 7.0",
    """
    redis-cli|valkey-cli|keydb-cli [COMMAND:redis...] {open}
      -h=HOST
      -p=PORT:integer
      -s=SOCKET:path
      -a --pass=PASSWORD
      --user=USER
      --askpass
      -u=URI
      -r=COUNT
      -i=SECONDS
      -n=DATABASE:integer
      -2
      -3
      -x
      -X=TAG
      -d=DELIMITER
      -D=DELIMITER
      -c
      -e
      -t=SECONDS
      --tls
      --sni=HOST
      --cacert=FILE:path
      --cacertdir=DIR:path
      --insecure
      --cert=FILE:path
      --key=FILE:path
      --tls-ciphers=LIST
      --tls-ciphersuites=LIST
      --raw
      --no-raw
      --quoted-input
      --csv
      --json
      --quoted-json
      --show-pushes=WHEN(yes|no|y|n)
      --stat {endless}
      --latency {endless}
      --latency-history {endless}
      --latency-dist {endless}
      --lru-test=KEYS
      --replica {endless}
      --rdb=FILE:path
      --functions-rdb=FILE:path
      --pipe {write}
      --pipe-timeout=SECONDS:integer
      --bigkeys
      --memkeys
      --memkeys-samples=COUNT:integer
      --hotkeys
      --scan
      --pattern=PATTERN
      --quoted-pattern=PATTERN
      --count=COUNT:integer
      --intrinsic-latency=SECONDS:integer
      --eval=FILE:path
      --ldb {interactive}
      --ldb-sync-mode {interactive}
      --cluster
      --verbose
      --no-auth-warning
      --help {alone}
      --version {alone}
    """)
}
