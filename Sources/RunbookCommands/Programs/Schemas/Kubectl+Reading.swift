extension Kubectl {
  /// Verbs that look.
  static let reading = """
    explain TYPE
      --api-version=VERSION
      -o --output=FORMAT {since=1.27:--output} {since=1.32:-o}
      -R --recursive {since=1.36:-R}
    get TYPE [NAME...]
      @files
      @print
      -A --all-namespaces
      --chunk-size=SIZE:integer
      --field-selector=FIELDS
      --ignore-not-found
      -L --label-columns=COLUMNS...
      --no-headers
      --output-watch-events
      --raw=RAW {alone}
      -l --selector=LABELS
      --server-print
      --show-kind
      --show-labels
      --sort-by=BY
      --subresource=SUBRESOURCE
      -w --watch {endless}
      --watch-only {endless}
    describe TYPE [NAME...]
      @files
      -A --all-namespaces
      --chunk-size=SIZE:integer
      -l --selector=LABELS
      --show-events
    events {since=1.26}
      @print
      -A --all-namespaces
      --chunk-size=SIZE:integer
      --for=FOR
      --no-headers
      --types=TYPES...
      -w --watch {endless}
    logs POD [CONTAINER]
      --all-containers
      --all-pods {since=1.31}
      -c --container=CONTAINER
      -f --follow {endless}
      --ignore-errors
      --insecure-skip-tls-verify-backend
      --limit-bytes=BYTES:integer
      --max-log-requests=REQUESTS:integer
      --pod-running-timeout=TIMEOUT:duration
      --prefix
      -p --previous
      -l --selector=LABELS {alone}
      --since=SINCE:duration
      --since-time=TIME
      --tail=TAIL:integer
      --timestamps
    cluster-info {alone}
      dump
        @print
        -A --all-namespaces
        --namespaces=NAMESPACES...
        --output-directory=DIRECTORY:path
        --pod-running-timeout=TIMEOUT:duration
    wait RESOURCE [NAME...]
      @print
      --all
      -A --all-namespaces
      --field-selector=FIELDS
      -f --filename=FILE:path... {alone}
      --for=FOR {required}
      --local
      -R --recursive
      -l --selector=LABELS
      --timeout=TIMEOUT:duration
    diff
      @server-side
      @manifests
      --concurrency=CONCURRENCY:integer {since=1.28}
      --prune
      --prune-allowlist=ALLOWLIST...
      -l --selector=LABELS
      --show-secrets {since=1.36}
      --show-managed-fields
    kustomize [DIR]
      --as-current-user
      --enable-alpha-plugins
      --enable-helm
      -e --env=ENV...
      --helm-api-versions=VERSIONS... {since=1.31}
      --helm-command=COMMAND
      --helm-debug {since=1.32}
      --helm-kube-version=VERSION {since=1.31}
      --load-restrictor=RESTRICTOR
      --mount=MOUNT...
      --network
      --network-name=NAME
      -o --output=FORMAT
      --reorder=ORDER {deprecated=1.27}
    api-resources
      --api-group=GROUP
      --cached
      --categories=CATEGORIES... {since=1.26}
      --namespaced
      --no-headers
      -o --output=FORMAT
      --sort-by=BY
      --verbs=VERBS...
      --show-managed-fields {since=1.34}
    api-versions
    version
      --client
      -o --output=FORMAT
    completion SHELL(bash|zsh|fish|powershell)
    plugin
      list
        --name-only
    options
    """
}
