extension Kubectl {
  /// Verbs that look.
  static let reading = """
    explain TYPE
      --api-version=VERSION
      -o --output=FORMAT
      --recursive
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
    events
      @print
      -A --all-namespaces
      --chunk-size=SIZE:integer
      --for=FOR
      --no-headers
      --types=TYPES...
      -w --watch {endless}
    logs POD [CONTAINER]
      --all-containers
      --all-pods
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
      --concurrency=CONCURRENCY:integer
      --prune
      --prune-allowlist=ALLOWLIST...
      -l --selector=LABELS
      --show-managed-fields
    kustomize [DIR]
      --as-current-user
      --enable-alpha-plugins
      --enable-helm
      -e --env=ENV...
      --helm-api-versions=VERSIONS...
      --helm-command=COMMAND
      --helm-debug
      --helm-kube-version=VERSION
      --load-restrictor=RESTRICTOR
      --mount=MOUNT...
      --network
      --network-name=NAME
      -o --output=FORMAT
    api-resources
      --api-group=GROUP
      --cached
      --categories=CATEGORIES...
      --namespaced
      --no-headers
      -o --output=FORMAT
      --sort-by=BY
      --verbs=VERBS...
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
