extension Docker {
  /// `docker network create` and the like.
  static let groups = """
    container
      @container-verbs
      ls|list|ps
        -a --all
        -f --filter=FILTER...
        --format=FORMAT
        -n --last=LAST:integer
        -l --latest
        --no-trunc
        -q --quiet
        -s --size
      inspect CONTAINER...
        -f --format=FORMAT
        -s --size
      prune {destructive}
        --filter=FILTER...
        -f --force
    image
      @image-verbs
      ls|list|images [REPOSITORY]
        -a --all
        --digests
        -f --filter=FILTER...
        --format=FORMAT
        --no-trunc
        -q --quiet
        --tree {since=28.5}
      rm|remove|rmi IMAGE... {destructive}
        -f --force
        --no-prune
        --platform=PLATFORM... {since=28.5}
      inspect IMAGE...
        -f --format=FORMAT
        --platform=PLATFORM {since=28.5}
      prune {destructive}
        -a --all
        --filter=FILTER...
        -f --force
    network
      connect NETWORK CONTAINER {write}
        --alias=ALIAS...
        --driver-opt=OPT...
        --gw-priority=PRIORITY:integer {since=28.5}
        --ip=IP
        --ip6=IP6
        --link=LINK...
        --link-local-ip=IP...
      create NETWORK {write}
        --attachable
        --aux-address=ADDRESS...
        --config-from=FROM
        --config-only
        -d --driver=DRIVER
        --gateway=GATEWAY...
        --ingress
        --internal
        --ip-range=RANGE...
        --ipam-driver=DRIVER
        --ipam-opt=OPT...
        --ipv4 {since=28.5}
        --ipv6
        --label=LABEL...
        -o --opt=OPT...
        --scope=SCOPE
        --subnet=SUBNET...
      disconnect NETWORK CONTAINER {write}
        -f --force
      inspect NETWORK...
        -f --format=FORMAT
        -v --verbose
      ls|list
        -f --filter=FILTER...
        --format=FORMAT
        --no-trunc
        -q --quiet
      prune {destructive}
        --filter=FILTER...
        -f --force
      rm|remove NETWORK... {destructive}
        -f --force {since=26.1}
    volume
      create [VOLUME] {write}
        --availability=AVAILABILITY {since=26.1}
        -d --driver=DRIVER
        --group=GROUP {since=26.1}
        --name=NAME
        --label=LABEL...
        --limit-bytes=BYTES {since=26.1}
        -o --opt=OPT...
        --required-bytes=BYTES {since=26.1}
        --scope=SCOPE {since=26.1}
        --secret=SECRET... {since=26.1}
        --sharing=SHARING {since=26.1}
        --topology-preferred=PREFERRED... {since=26.1}
        --topology-required=REQUIRED... {since=26.1}
        --type=TYPE {since=26.1}
      inspect VOLUME...
        -f --format=FORMAT
      ls|list
        --cluster {since=26.1}
        -f --filter=FILTER...
        --format=FORMAT
        -q --quiet
      prune {destructive}
        -a --all {since=26.1}
        --filter=FILTER...
        -f --force
      rm|remove VOLUME... {destructive}
        -f --force
      update [VOLUME] {write} {since=26.1}
        --availability=AVAILABILITY
    context
      create CONTEXT {write}
        --default-stack-orchestrator=ORCHESTRATOR {removed=26.1}
        --kubernetes=KUBERNETES... {removed=26.1}
        --description=DESCRIPTION
        --docker=DOCKER...
        --from=FROM
      export CONTEXT [FILE]
        --kubeconfig {removed=26.1}
      import CONTEXT FILE {write}
      inspect [CONTEXT...]
        -f --format=FORMAT
      ls|list
        --format=FORMAT
        -q --quiet
      rm|remove CONTEXT... {destructive}
        -f --force
      show {since=26.1}
      update CONTEXT {write}
        --default-stack-orchestrator=ORCHESTRATOR {removed=26.1}
        --kubernetes=KUBERNETES... {removed=26.1}
        --description=DESCRIPTION
        --docker=DOCKER...
      use CONTEXT {write}
    system
      df
        --format=FORMAT
        -v --verbose
      events {endless}
        -f --filter=FILTER...
        --format=FORMAT
        --since=SINCE
        --until=UNTIL
      info
        -f --format=FORMAT
      prune {destructive}
        -a --all
        --filter=FILTER...
        -f --force
        --volumes
    compose {open}
      @compose
    buildx [WORDS:tail...] {open} {write}
    trust [WORDS:tail...] {open} {write}
    plugin [WORDS:tail...] {open} {write}
    manifest [WORDS:tail...] {open} {write}
    checkpoint [WORDS:tail...] {open} {write}
    builder
      build PATH {write} {open}
      prune {destructive}
        -a --all
        --filter=FILTER...
        -f --force
        --keep-storage=SIZE
    """

  static let swarm = """
    node
      demote NODE... {write}
      inspect NODE...
        -f --format=FORMAT
        --pretty
      ls|list
        -f --filter=FILTER...
        --format=FORMAT
        -q --quiet
      promote NODE... {write}
      ps [NODE...]
        -f --filter=FILTER...
        --format=FORMAT
        --no-resolve
        --no-trunc
        -q --quiet
      rm|remove NODE... {destructive}
        -f --force
      update NODE {write}
        --availability=AVAILABILITY
        --label-add=ADD...
        --label-rm=RM...
        --role=ROLE
    service
      create IMAGE [COMMAND:tail...] {write} {leading}
        @service-create-options
      update SERVICE {write}
        @service-update-options
      inspect SERVICE...
        -f --format=FORMAT
        --pretty
      logs SERVICE
        --details
        -f --follow {endless}
        --no-resolve
        --no-task-ids
        --no-trunc
        --raw
        --since=SINCE
        -n --tail=TAIL
        -t --timestamps
      ls|list
        -f --filter=FILTER...
        --format=FORMAT
        -q --quiet
      ps SERVICE...
        -f --filter=FILTER...
        --format=FORMAT
        --no-resolve
        --no-trunc
        -q --quiet
      rm|remove SERVICE... {destructive}
      rollback SERVICE {write}
        -d --detach
        -q --quiet
      scale SCALE... {write}
        -d --detach
    stack
      --orchestrator=ORCHESTRATOR {deprecated=26.1}
      config {since=26.1}
        -c --compose-file=FILE:path...
        --skip-interpolation
      deploy|up STACK {write}
        -c --compose-file=FILE:path...
        -d --detach {since=26.1}
        --prune
        -q --quiet {since=26.1}
        --resolve-image=IMAGE
        --with-registry-auth
      ls|list
        --format=FORMAT
      ps STACK
        -f --filter=FILTER...
        --format=FORMAT
        --no-resolve
        --no-trunc
        -q --quiet
      rm|remove|down STACK... {destructive}
        -d --detach {since=26.1}
      services STACK
        -f --filter=FILTER...
        --format=FORMAT
        -q --quiet
    secret
      create SECRET [FILE] {write}
        -d --driver=DRIVER
        -l --label=LABEL...
        --template-driver=DRIVER
      inspect SECRET...
        -f --format=FORMAT
        --pretty
      ls|list
        -f --filter=FILTER...
        --format=FORMAT
        -q --quiet
      rm|remove SECRET... {destructive}
    config
      create CONFIG FILE {write}
        -l --label=LABEL...
        --template-driver=DRIVER
      inspect CONFIG...
        -f --format=FORMAT
        --pretty
      ls|list
        -f --filter=FILTER...
        --format=FORMAT
        -q --quiet
      rm|remove CONFIG... {destructive}
    swarm
      ca
        --ca-cert=CERT
        --ca-key=KEY
        --cert-expiry=EXPIRY:duration
        -d --detach
        --external-ca=CA
        -q --quiet
        --rotate
      init {write}
        --advertise-addr=ADDR
        --autolock
        --availability=AVAILABILITY
        --cert-expiry=EXPIRY:duration
        --data-path-addr=ADDR
        --data-path-port=PORT:integer
        --default-addr-pool=POOL
        --default-addr-pool-mask-length=LENGTH:integer
        --dispatcher-heartbeat=HEARTBEAT:duration
        --external-ca=CA
        --force-new-cluster
        --listen-addr=ADDR
        --max-snapshots=SNAPSHOTS:integer
        --snapshot-interval=INTERVAL:integer
        --task-history-limit=LIMIT:integer
      join ADDRESS {write}
        --advertise-addr=ADDR
        --availability=AVAILABILITY
        --data-path-addr=ADDR
        --listen-addr=ADDR
        --token=TOKEN
      join-token ROLE(worker|manager)
        -q --quiet
        --rotate
      leave {destructive}
        -f --force
      unlock {write}
      unlock-key
        -q --quiet
        --rotate
      update {write}
        --autolock
        --cert-expiry=EXPIRY:duration
        --dispatcher-heartbeat=HEARTBEAT:duration
        --external-ca=CA
        --max-snapshots=SNAPSHOTS:integer
        --snapshot-interval=INTERVAL:integer
        --task-history-limit=LIMIT:integer
    """
}
