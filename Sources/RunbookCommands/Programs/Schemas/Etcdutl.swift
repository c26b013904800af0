/// Not every verb and option is listed; the options are those of all verbs together.
enum Etcdutl {
  static let entry = ProgramEntry("etcdutl") { _ in program }

  private static let program = Program.shipped(
    .pflag, "etcdutl --help, etcd 3.5, from its documentation",
    """
    etcdutl {open}
      -w=VALUE...
      --write-out=VALUE...
      -h
      --help
      --data-dir=VALUE...
      --name=VALUE...
      --initial-cluster=VALUE...
      --initial-cluster-token=VALUE...
      --initial-advertise-peer-urls=VALUE...
      --wal-dir=VALUE...
      --skip-hash-check
      --bump-revision=VALUE...
      --mark-compacted
      --with-v3
      --with-no-v2
      --target-version=VALUE...
      --force
      backup [WORDS...] {write} {open}
      completion [WORDS...] {open}
      defrag [WORDS...] {write} {open}
      hashkv [WORDS...] {open}
      help [WORDS...] {open}
      migrate [WORDS...] {write} {open}
      snapshot {open}
        restore [WORDS...] {write} {open}
        status [WORDS...] {open}
        save [WORDS...] {open}
      version [WORDS...] {open}
    """)
}
