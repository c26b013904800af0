enum Etcdctl {
  static let entry = ProgramEntry("etcdctl") { _ in program }

  private static let program = Program.shipped(
    .pflag, "etcdctl --help of 3.4.23",
    """
    etcdctl
      @globals
      alarm
        disarm {write}
        list
      auth
        disable {write}
        enable {write}
        status
      check
        datascale {write}
          --auto-compact
          --auto-defrag
          --load=MODEL
          --prefix=PREFIX
        perf {write}
          --auto-compact
          --auto-defrag
          --load=MODEL
          --prefix=PREFIX
      compaction|compact REVISION {destructive}
        --physical
      completion
        bash
          --no-descriptions
        fish
          --no-descriptions
        powershell
          --no-descriptions
        zsh
          --no-descriptions
      defrag {write}
        --cluster
        --data-dir=DIR:path
      del KEY [END] {destructive}
        --from-key
        --prefix
        --prev-kv
      elect NAME [PROPOSAL] {write} {endless}
        -l --listen
      endpoint
        --cluster
        hashkv
          --rev=REVISION:integer
        health
        status
      get KEY [END]
        --consistency=MODE
        --count-only
        --from-key
        --keys-only
        --limit=COUNT:integer
        --order=ORDER
        --prefix
        --print-value-only
        --rev=REVISION:integer
        --sort-by=FIELD
      lease
        grant TTL:integer {write}
        keep-alive LEASE {write} {endless}
          --once {bounded}
        list
        revoke LEASE {destructive}
        timetolive LEASE
          --keys
      lock NAME [COMMAND:command(same)...] {write}
        --ttl=SECONDS:integer
      make-mirror DESTINATION {write} {endless}
        --dest-cacert=FILE:path
        --dest-cert=FILE:path
        --dest-insecure-transport
        --dest-key=FILE:path
        --dest-prefix=PREFIX
        --no-dest-prefix
        --prefix=PREFIX
      member
        add NAME {write}
          --learner
          --peer-urls=URL...
        list
        promote MEMBER {write}
        remove MEMBER {destructive}
        update MEMBER {write}
          --peer-urls=URL...
      move-leader MEMBER {write}
      put KEY [VALUE] {write}
        --ignore-lease
        --ignore-value
        --lease=LEASE
        --prev-kv
      role
        add ROLE {write}
        delete ROLE {destructive}
        get ROLE
        grant-permission ROLE TYPE KEY [END] {write}
          --from-key
          --prefix
        list
        revoke-permission ROLE KEY [END] {write}
          --from-key
          --prefix
      snapshot
        restore FILE:path {write}
          --bump-revision=COUNT:integer
          --data-dir=DIR:path
          --initial-advertise-peer-urls=URLS
          --initial-cluster=CLUSTER
          --initial-cluster-token=TOKEN
          --mark-compacted
          --name=NAME
          --skip-hash-check
          --wal-dir=DIR:path
        save FILE:path
        status FILE:path
      txn {write}
        -i --interactive {interactive}
      user
        add USER {write}
          --interactive
          --new-user-password=PASSWORD
          --no-password
        delete USER {destructive}
        get USER
          --detail
        grant-role USER ROLE {write}
        list
        passwd USER {write}
          --interactive
        revoke-role USER ROLE {write}
      version
      watch [KEY] [END] {endless} {open}
        -i --interactive {interactive}
        --prefix
        --prev-kv
        --rev=REVISION:integer
      help [COMMAND...]
    """.including(fragments))

  /// Options that several verbs have.
  private static let fragments = [
    "globals": """
    --cacert=FILE:path
    --cert=FILE:path
    --command-timeout=TIME:duration
    --debug
    --dial-timeout=TIME:duration
    -d --discovery-srv=DOMAIN
    --discovery-srv-name=NAME
    --endpoints=URL...
    --hex
    --insecure-discovery
    --insecure-skip-tls-verify
    --insecure-transport
    --keepalive-time=TIME:duration
    --keepalive-timeout=TIME:duration
    --key=FILE:path
    --password=PASSWORD
    --user=USER
    -w --write-out=FORMAT(fields|json|protobuf|simple|table)
    -h --help {alone}
    --version {alone}
    """
  ]
}
