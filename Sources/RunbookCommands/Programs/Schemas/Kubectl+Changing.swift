extension Kubectl {
  /// Verbs that change objects.
  static let changing = """
    edit TYPE [NAME...] {write} {interactive}
      --record {deprecated=1.25}
      @files
      @print
      --field-manager=MANAGER
      --output-patch
      --save-config
      --subresource=SUBRESOURCE
      @validate
      --windows-line-endings
    delete TYPE [NAME...] {destructive}
      @deletion
      @files
      --all
      -A --all-namespaces
      @dry
      --field-selector=FIELDS
      --ignore-not-found
      -i --interactive {since=1.29}
      --now
      -o --output=FORMAT
      --raw=RAW {alone}
      -l --selector=LABELS
    scale RESOURCE [NAME...] {write}
      --record {deprecated=1.25}
      @files
      @print
      --all
      --current-replicas=REPLICAS:integer
      @dry
      --replicas=COUNT:integer {required}
      --resource-version=VERSION
      -l --selector=LABELS
      --timeout=TIMEOUT:duration
    autoscale RESOURCE [NAME...] {write}
      --record {deprecated=1.25}
      @dry-run
      @files
      @print
      --cpu-percent=PERCENT:integer {deprecated=1.34} {use=--cpu=PERCENT%}
      --max=MAX:integer {required}
      --min=MIN:integer
      --name=NAME
      --save-config
      --cpu=TARGET {since=1.34}
      --memory=TARGET {since=1.34}
    apply {write}
      --record {deprecated=1.25}
      @dry-run
      @manifests
      @print
      --all
      @cascade
      --force {destructive}
      --force-conflicts
      --grace-period=PERIOD:integer
      --openapi-patch
      --overwrite
      --prune {destructive}
      --prune-allowlist=ALLOWLIST... {since=1.26}
      --prune-whitelist=ALLOWLIST... {deprecated=1.26} {removed=1.30} {use=--prune-allowlist}
      -l --selector=LABELS
      --server-side
      --subresource=SUBRESOURCE {since=1.32}
      --timeout=TIMEOUT:duration
      @validate
      --wait
      edit-last-applied RESOURCE [NAME...] {write} {interactive}
        @files
        @print
        --field-manager=MANAGER
        @validate
        --windows-line-endings
      set-last-applied {write}
        @print
        --create-annotation
        @dry
        -f --filename=FILE:path...
      view-last-applied RESOURCE [NAME...]
        @files
        --all
        -o --output=FORMAT
        -l --selector=LABELS
    patch RESOURCE [NAME...] {write}
      --record {deprecated=1.25}
      @dry-run
      @files
      @print
      --local
      -p --patch=PATCH
      --patch-file=FILE:path
      --subresource=SUBRESOURCE
      --type=TYPE
    replace {write}
      @create
      @manifests
      @cascade
      --force {destructive}
      --grace-period=PERIOD:integer
      --raw=RAW
      --subresource=SUBRESOURCE
      --timeout=TIMEOUT:duration
      --wait
    label RESOURCE LABEL... {write}
      --record {deprecated=1.25}
      @dry-run
      @files
      @print
      --all
      -A --all-namespaces
      --field-selector=FIELDS
      --list {alone}
      --local
      --overwrite
      --resource-version=VERSION
      -l --selector=LABELS
    annotate RESOURCE ANNOTATION... {write}
      --record {deprecated=1.25}
      @dry-run
      @files
      @print
      --all
      -A --all-namespaces
      --field-selector=FIELDS
      --list {alone}
      --local
      --overwrite
      --resource-version=VERSION
      -l --selector=LABELS
    expose TYPE [NAME...] {write}
      --record {deprecated=1.25}
      @dry-run
      @files
      @print
      --cluster-ip=IP
      --external-ip=IP
      -l --labels=LABELS
      --load-balancer-ip=IP
      --name=NAME
      --override-type=TYPE
      --overrides=OVERRIDES
      --port=PORT
      --protocol=PROTOCOL
      --save-config
      --selector=LABELS
      --session-affinity=AFFINITY
      --target-port=PORT
      --type=TYPE
    run NAME [COMMAND:command(elsewhere)...] {write}
      --record {deprecated=1.25}
      @deletion
      @dry-run
      @files
      @print
      --annotations=ANNOTATIONS...
      --attach
      --command
      --env=ENV...
      --expose
      --image=IMAGE {required}
      --image-pull-policy=POLICY
      -l --labels=LABELS
      --leave-stdin-open
      --override-type=TYPE
      --overrides=OVERRIDES
      --pod-running-timeout=TIMEOUT:duration
      --port=PORT
      --privileged
      -q --quiet
      --restart=RESTART
      --rm
      --save-config
      -i --stdin
      -t --tty {interactive}
      --detach-keys=KEYS {since=1.36}
    """
}
