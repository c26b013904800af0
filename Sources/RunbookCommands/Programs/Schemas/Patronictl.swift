enum Patronictl {
  static let entry = ProgramEntry("patronictl") { _ in program }

  private static let program = Program.shipped(
    .pflag, "patronictl --help, Patroni 4.1.3",
    """
    patronictl
      -c --config-file=FILE:path
      -d --dcs-url --dcs=URL
      -k --insecure
      --help {alone}
      demote-cluster [CLUSTER] {write}
        --force
        --host=HOST
        --port=PORT:integer
        --restore-command=COMMAND
        --primary-slot-name=NAME
      dsn [CLUSTER]
        -r --role=ROLE(leader|primary|standby-leader|replica|standby|any)
        -m --member=NAME
        --group=GROUP:integer
      edit-config [CLUSTER] {write}
        --group=GROUP:integer
        -q --quiet
        -s --set=SETTING...
        -p --pg=SETTING...
        --apply=FILE:path
        --replace=FILE:path
        --force
      failover [CLUSTER] {write}
        --group=GROUP:integer
        --candidate=NAME
        --force
      flush [CLUSTER] [MEMBER...] {write}
        --group=GROUP:integer
        -r --role=ROLE(leader|primary|standby-leader|replica|standby|any)
        --force
      history [CLUSTER]
        --group=GROUP:integer
        -f --format=FORMAT(pretty|tsv|json|yaml|yml)
      list [CLUSTER...]
        --group=GROUP:integer
        -e --extended
        -t --timestamp
        -f --format=FORMAT(pretty|tsv|json|yaml|yml)
        -W {endless}
        -w --watch=SECONDS {endless}
      pause [CLUSTER] {write}
        --group=GROUP:integer
        --wait
      promote-cluster [CLUSTER] {write}
        --force
      query [CLUSTER]
        --group=GROUP:integer
        --format=FORMAT(pretty|tsv|json|yaml|yml)
        -f --file=FILE:path
        --password
        -U --username=NAME
        -W {endless}
        -w --watch=SECONDS {endless}
        -r --role=ROLE(leader|primary|standby-leader|replica|standby|any)
        -m --member=NAME
        --delimiter=TEXT
        -c --command=COMMAND
        -d --dbname=NAME
      reinit [CLUSTER] [MEMBER...] {destructive}
        --group=GROUP:integer
        --force
        --from-leader
        --wait
      reload [CLUSTER] [MEMBER...] {write}
        --group=GROUP:integer
        -r --role=ROLE(leader|primary|standby-leader|replica|standby|any)
        --force
      remove [CLUSTER] {destructive}
        --group=GROUP:integer
        -f --format=FORMAT(pretty|tsv|json|yaml|yml)
      restart [CLUSTER] [MEMBER...] {write}
        --group=GROUP:integer
        -r --role=ROLE(leader|primary|standby-leader|replica|standby|any)
        --any
        --scheduled=TIMESTAMP
        --pg-version=VERSION
        --pending
        --timeout=TIMEOUT
        --force
      resume [CLUSTER] {write}
        --group=GROUP:integer
        --wait
      show-config [CLUSTER]
        --group=GROUP:integer
      switchover [CLUSTER] {write}
        --group=GROUP:integer
        --leader --primary --master=NAME
        --candidate=NAME
        --scheduled=TIMESTAMP
        --force
      topology [CLUSTER...]
        --group=GROUP:integer
        -W {endless}
        -w --watch=SECONDS {endless}
      version [CLUSTER] [MEMBER...]
        --group=GROUP:integer
    """)
}
