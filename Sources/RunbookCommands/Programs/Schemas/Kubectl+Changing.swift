extension Kubectl {
  /// Verbs that change objects.
  static let changing = """
    edit TYPE [NAME...] {write} {interactive}
      --record
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
      -i --interactive
      --now
      -o --output=FORMAT
      --raw=RAW {alone}
      -l --selector=LABELS
    scale RESOURCE [NAME...] {write}
      --record
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
      --record
      @dry-run
      @files
      @print
      --cpu-percent=PERCENT:integer
      --max=MAX:integer {required}
      --min=MIN:integer
      --name=NAME
      --save-config
    apply {write}
      --record
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
      --prune-allowlist=ALLOWLIST...
      -l --selector=LABELS
      --server-side
      --subresource=SUBRESOURCE
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
      --record
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
      --record
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
      --record
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
      --record
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
      --record
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
    """
}
