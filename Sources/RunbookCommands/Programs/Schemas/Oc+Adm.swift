extension Oc {
  /// `oc adm`; the verbs of kubectl for nodes stand only here.
  static let adm = """
    adm
      @nodes
      @top
      node-logs [NODE...]
        --path=PATH
        -u --unit=UNIT...
        -g --grep=PATTERN
        --case-sensitive
        --since=DATE
        --until=DATE
        --boot=OFFSET:integer
        -o --output=FORMAT(short|cat|json|short-unix)
        --tail=COUNT:integer
        --role=ROLE
        -l --selector=LABELS
        --raw
        --unify
      must-gather -- [COMMAND:command(elsewhere)...] {write} {open}
        --node-name=NODE
        --node-selector=LABELS
        --host-network
        --image=IMAGE...
        --image-stream=TAG...
        --all-images
        --dest-dir=DIR:path
        --source-dir=DIR:path
        --timeout=TIMEOUT
        --run-namespace=NAMESPACE
        --since=TIME
        --since-time=TIME
        --volume-percentage=PERCENT:integer
        --keep
      inspect RESOURCE [NAME...] {write} {open}
        --dest-dir=DIR:path
        -A --all-namespaces
        --since=TIME
        --since-time=TIME
        --rotated-pod-logs
      upgrade {open}
        --to=VERSION {write}
        --to-image=IMAGE {write}
        --to-latest {write}
        --to-multi-arch {write}
        --allow-explicit-upgrade
        --allow-upgrade-with-warnings
        --allow-not-recommended
        --include-not-recommended
        --force
        --clear {write}
        channel [CHANNEL] {write} {open}
        recommend {open}
          --version=VERSION
        rollback {write} {open}
        status {open}
      release
        extract [IMAGE] {write} {open}
          -a --registry-config=FILE:path
          --command=COMMAND
          --to=DIR:path
          --from=IMAGE
          --file=FILE
          --git=DIR:path
        info [IMAGE...] {open}
          -a --registry-config=FILE:path
          --image-for=NAME
          --changes-from=IMAGE
          --changelog=DIR:path
          --bugs=DIR:path
          -o --output=FORMAT
        mirror [IMAGE] {write} {open}
          -a --registry-config=FILE:path
          --from=IMAGE
          --to=IMAGE
          --to-dir=DIR:path
          --to-release-image=IMAGE
          --to-image-stream=TAG
          --from-dir=DIR:path
          --apply-release-image-signature
          --release-image-signature-to-dir=DIR:path
        new [WORDS...] {write} {open}
      policy
        @policy
      groups
        add-users GROUP USER... {write} {open}
        remove-users GROUP USER... {destructive} {open}
        new GROUP [USER...] {write} {open}
        sync [WORDS...] {write} {open}
          --sync-config=FILE:path
          --whitelist=FILE:path
          --blacklist=FILE:path
          --type=TYPE
        prune [WORDS...] {destructive} {open}
          --sync-config=FILE:path
          --whitelist=FILE:path
          --blacklist=FILE:path
      prune
        auth [WORDS...] {destructive} {open}
        builds {destructive} {open}
        deployments {destructive} {open}
        groups [WORDS...] {destructive} {open}
          --sync-config=FILE:path
        images {destructive} {open}
          --registry-url=URL
          --keep-tag-revisions=COUNT:integer
          --keep-younger-than=TIME
        renderedmachineconfigs [WORDS...] {destructive} {open}
          --pool-name=NAME
          --count=COUNT:integer
      new-project NAME {write} {open}
        --admin=USER
        --admin-role=ROLE
        --description=TEXT
        --display-name=NAME
        --node-selector=LABELS
      pod-network [WORDS:tail...] {open} {write}
      catalog [WORDS:tail...] {open} {write}
      migrate [WORDS:tail...] {open} {write}
      ocp-certificates [WORDS:tail...] {open} {write}
      node-image [WORDS:tail...] {open} {write}
      build-chain [TAG] {open}
      verify-image-signature IMAGE {open}
        --expected-identity=IMAGE
        --public-key=FILE:path
      copy-to-node RESOURCE [NAME...] {write} {open}
        --copy=PATHS...
      restart-kubelet RESOURCE [NAME...] {write} {open}
        --directive=DIRECTIVE
      reboot-machine-config-pool RESOURCE [NAME...] {destructive} {open}
      wait-for-node-reboot RESOURCE [NAME...] {open}
      wait-for-stable-cluster {open}
        --minimum-stable-period=TIME:duration
        --timeout=TIME:duration
      create-bootstrap-project-template {open}
        --name=NAME
        -o --output=FORMAT
      create-error-template {open}
      create-login-template {open}
      create-provider-selection-template {open}
    """

  /// `oc policy` and `oc adm policy`.
  static let policy = """
    add-cluster-role-to-group ROLE GROUP... {write} {open}
    add-cluster-role-to-user ROLE [USER...] {write} {open}
      -z --serviceaccount=NAME...
      --rolebinding-name=NAME
    add-role-to-group ROLE GROUP... {write} {open}
    add-role-to-user ROLE [USER...] {write} {open}
      -z --serviceaccount=NAME...
      --role-namespace=NAMESPACE
      --rolebinding-name=NAME
    add-scc-to-group SCC GROUP... {write} {open}
    add-scc-to-user SCC [USER...] {write} {open}
      -z --serviceaccount=NAME...
    can-i VERB [RESOURCE] [NAME] {open}
    remove-cluster-role-from-group ROLE GROUP... {destructive} {open}
    remove-cluster-role-from-user ROLE [USER...] {destructive} {open}
      -z --serviceaccount=NAME...
    remove-group GROUP... {destructive} {open}
    remove-role-from-group ROLE GROUP... {destructive} {open}
    remove-role-from-user ROLE [USER...] {destructive} {open}
      -z --serviceaccount=NAME...
    remove-scc-from-group SCC GROUP... {destructive} {open}
    remove-scc-from-user SCC [USER...] {destructive} {open}
      -z --serviceaccount=NAME...
    remove-user USER... {destructive} {open}
    scc-review [WORDS...] {open}
      -z --serviceaccount=NAME...
      -f --filename=FILE:path...
    scc-subject-review [WORDS...] {open}
      -z --serviceaccount=NAME
      -u --user=USER
      -g --groups=GROUP...
      -f --filename=FILE:path...
    who-can VERB RESOURCE [NAME] {open}
    """
}
