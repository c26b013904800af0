/// Not every verb and option is listed; the options are those of all verbs together.
enum RadosgwAdmin {
  static let entry = ProgramEntry("radosgw-admin") { _ in program }

  private static let program = Program.shipped(
    .gnu, "radosgw-admin(8), from its documentation",
    """
    radosgw-admin {open}
      -h
      --help
      -c=VALUE...
      --conf=VALUE...
      -n=VALUE...
      --name=VALUE...
      --cluster=VALUE...
      --id=VALUE...
      --uid=VALUE...
      --new-uid=VALUE...
      --subuser=VALUE...
      --access-key=VALUE...
      --email=VALUE...
      --display-name=VALUE...
      --secret=VALUE...
      --secret-key=VALUE...
      --gen-access-key
      --gen-secret
      --key-type=VALUE...
      --max-buckets=VALUE...
      --access=VALUE...
      --system
      --admin
      --bucket=VALUE...
      --bucket-id=VALUE...
      --bucket-new-name=VALUE...
      --pool=VALUE...
      --object=VALUE...
      --object-version=VALUE...
      --date=VALUE...
      --start-date=VALUE...
      --end-date=VALUE...
      --start-marker=VALUE...
      --end-marker=VALUE...
      --marker=VALUE...
      --max-entries=VALUE...
      --purge-data
      --purge-keys
      --purge-objects
      --fix
      --check-objects
      --num-shards=VALUE...
      --quota-scope=VALUE...
      --max-size=VALUE...
      --max-objects=VALUE...
      --format=VALUE...
      --rgw-realm=VALUE...
      --rgw-zonegroup=VALUE...
      --rgw-zone=VALUE...
      --realm-id=VALUE...
      --zonegroup-id=VALUE...
      --zone-id=VALUE...
      --zone-new-name=VALUE...
      --url=VALUE...
      --endpoints=VALUE...
      --master
      --default
      --read-only
      --commit
      --period=VALUE...
      --staging
      --remote=VALUE...
      --show-log-entries
      --show-log-sum
      --sync-stats
      --shard-id=VALUE...
      --caps=VALUE...
      --tenant=VALUE...
      --infile=VALUE...
      --source-zone=VALUE...
      --categories=VALUE...
      --bypass-gc
      --include-all
      --yes-i-really-mean-it
      --warnings-only
      --tier-type=VALUE...
      --tier-config=VALUE...
      --storage-class=VALUE...
      --placement-id=VALUE...
      --data-pool=VALUE...
      --index-pool=VALUE...
      --data-extra-pool=VALUE...
      --extra-info
      --inconsistent-index
      --role-name=VALUE...
      --path=VALUE...
      --assume-role-policy-doc=VALUE...
      --policy-name=VALUE...
      --policy-doc=VALUE...
      --totp-serial=VALUE...
      --totp-seed=VALUE...
      --lc
      --allow-unordered
      --sync-from=VALUE...
      --sync-from-all
      --parent-id=VALUE...
      --set-default
      --rgw-host=VALUE...
      --max-read-bytes=VALUE...
      --max-read-ops=VALUE...
      --max-write-bytes=VALUE...
      --max-write-ops=VALUE...
      --ratelimit-scope=VALUE...
      bi {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        purge [WORDS...] {destructive} {open}
        put [WORDS...] {write} {open}
      bilog {open}
        autotrim [WORDS...] {write} {open}
        list [WORDS...] {open}
        status [WORDS...] {open}
        trim [WORDS...] {write} {open}
      bucket {open}
        check [WORDS...] {open}
        chown [WORDS...] {write} {open}
        limit [WORDS...] {open}
        link [WORDS...] {write} {open}
        list [WORDS...] {open}
        logging [WORDS...] {open}
        object [WORDS...] {open}
        radoslist [WORDS...] {open}
        reshard [WORDS...] {write} {open}
        rewrite [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        set-min-shards [WORDS...] {write} {open}
        stats [WORDS...] {open}
        suspended [WORDS...] {open}
        sync [WORDS...] {open}
        unlink [WORDS...] {write} {open}
      buckets {open}
        list [WORDS...] {open}
      caps {open}
        add [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
      data {open}
        sync [WORDS...] {open}
      datalog {open}
        list [WORDS...] {open}
        status [WORDS...] {open}
        trim [WORDS...] {write} {open}
      gc {open}
        list [WORDS...] {open}
        process [WORDS...] {write} {open}
      global {open}
        quota [WORDS...] {open}
        ratelimit [WORDS...] {open}
      key {open}
        create [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
      lc {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        process [WORDS...] {write} {open}
        reshard [WORDS...] {open}
      log {open}
        list [WORDS...] {open}
        rm [WORDS...] {destructive} {open}
        show [WORDS...] {open}
      mdlog {open}
        autotrim [WORDS...] {write} {open}
        fetch [WORDS...] {open}
        list [WORDS...] {open}
        status [WORDS...] {open}
        trim [WORDS...] {write} {open}
      metadata {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        put [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        sync [WORDS...] {open}
      mfa {open}
        check [WORDS...] {open}
        create [WORDS...] {write} {open}
        list [WORDS...] {open}
        remove [WORDS...] {destructive} {open}
        resync [WORDS...] {write} {open}
      object {open}
        rewrite [WORDS...] {write} {open}
        reindex [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        stat [WORDS...] {open}
        unlink [WORDS...] {write} {open}
        put [WORDS...] {write} {open}
      objects {open}
        expire [WORDS...] {write} {open}
      orphans {open}
        find [WORDS...] {open}
        finish [WORDS...] {open}
        list-jobs [WORDS...] {open}
      period {open}
        commit [WORDS...] {write} {open}
        get [WORDS...] {open}
        get-current [WORDS...] {open}
        list [WORDS...] {open}
        pull [WORDS...] {write} {open}
        push [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        update [WORDS...] {write} {open}
      policy [WORDS...] {open}
      pool {open}
        add [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
      pools {open}
        list [WORDS...] {open}
      quota {open}
        disable [WORDS...] {write} {open}
        enable [WORDS...] {write} {open}
        set [WORDS...] {write} {open}
      ratelimit {open}
        disable [WORDS...] {write} {open}
        enable [WORDS...] {write} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      realm {open}
        create [WORDS...] {write} {open}
        default [WORDS...] {open}
        get [WORDS...] {open}
        get-default [WORDS...] {open}
        list [WORDS...] {open}
        list-periods [WORDS...] {open}
        pull [WORDS...] {write} {open}
        rename [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        set [WORDS...] {write} {open}
      reshard {open}
        add [WORDS...] {write} {open}
        cancel [WORDS...] {write} {open}
        list [WORDS...] {open}
        process [WORDS...] {write} {open}
        stale-instances [WORDS...] {open}
        status [WORDS...] {open}
      role {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        modify [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        update [WORDS...] {write} {open}
      role-policy {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        put [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
      role-trust-policy {open}
        modify [WORDS...] {write} {open}
      subuser {open}
        create [WORDS...] {write} {open}
        modify [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
      sync {open}
        error [WORDS...] {open}
        group [WORDS...] {open}
        policy [WORDS...] {open}
        status [WORDS...] {open}
        info [WORDS...] {open}
      topic {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        rm [WORDS...] {destructive} {open}
      usage {open}
        show [WORDS...] {open}
        trim [WORDS...] {destructive} {open}
        clear [WORDS...] {destructive} {open}
      user {open}
        check [WORDS...] {open}
        create [WORDS...] {write} {open}
        enable [WORDS...] {write} {open}
        info [WORDS...] {open}
        list [WORDS...] {open}
        modify [WORDS...] {write} {open}
        rename [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        stats [WORDS...] {open}
        suspend [WORDS...] {write} {open}
      zone {open}
        create [WORDS...] {write} {open}
        default [WORDS...] {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        modify [WORDS...] {write} {open}
        placement [WORDS...] {open}
        rename [WORDS...] {write} {open}
        set [WORDS...] {write} {open}
      zonegroup {open}
        add [WORDS...] {write} {open}
        create [WORDS...] {write} {open}
        default [WORDS...] {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        modify [WORDS...] {write} {open}
        placement [WORDS...] {open}
        remove [WORDS...] {write} {open}
        rename [WORDS...] {write} {open}
        set [WORDS...] {write} {open}
      zonegroup-map {open}
        get [WORDS...] {open}
      account {open}
        create [WORDS...] {write} {open}
        get [WORDS...] {open}
        info [WORDS...] {open}
        list [WORDS...] {open}
        modify [WORDS...] {write} {open}
        rm [WORDS...] {destructive} {open}
        stats [WORDS...] {open}
    """)
}
