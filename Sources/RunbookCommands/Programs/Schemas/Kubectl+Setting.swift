extension Kubectl {
  /// `set`, `rollout`, `config`, `auth`.
  static let setting = """
    set
      env RESOURCE [ENV...] {write}
        @dry-run
        @files
        @print
        --all
        -c --containers=CONTAINERS
        -e --env=ENV...
        --from=FROM
        --keys=KEYS...
        --list
        --local
        --overwrite
        --prefix=PREFIX
        --resolve
        -l --selector=LABELS
      image RESOURCE CONTAINER_IMAGE... {write}
        --record {deprecated=1.25}
        @dry-run
        @files
        @print
        --all
        --local
        -l --selector=LABELS
      resources RESOURCE [NAME...] {write}
        --record {deprecated=1.25}
        @dry-run
        @files
        @print
        --all
        -c --containers=CONTAINERS
        --limits=LIMITS
        --local
        --requests=REQUESTS
        -l --selector=LABELS
      selector RESOURCE EXPRESSION... {write}
        @dry-run
        @print
        --all
        -f --filename=FILE:path... {alone}
        --local
        -R --recursive
        --resource-version=VERSION
      serviceaccount|sa RESOURCE SERVICEACCOUNT... {write}
        @dry-run
        @files
        @print
        --all
        --local
      subject RESOURCE [NAME...] {write}
        @dry-run
        @files
        @print
        --all
        --group=GROUP...
        --local
        -l --selector=LABELS
        --serviceaccount=SERVICEACCOUNT...
        --user=USER...
    rollout
      history RESOURCE [NAME...]
        @files
        @print
        --revision=REVISION:integer
        -l --selector=LABELS
      pause RESOURCE [NAME...] {write}
        @files
        @print
        --field-manager=MANAGER
        -l --selector=LABELS
      restart RESOURCE [NAME...] {write}
        @files
        @print
        --field-manager=MANAGER
        -l --selector=LABELS
      resume RESOURCE [NAME...] {write}
        @files
        @print
        --field-manager=MANAGER
        -l --selector=LABELS
      status RESOURCE [NAME...]
        @files
        --revision=REVISION:integer
        -l --selector=LABELS
        --timeout=TIMEOUT:duration
        -w --watch
      undo RESOURCE [NAME...] {write}
        @files
        @print
        @dry
        -l --selector=LABELS
        --to-revision=REVISION:integer
    config
      current-context
      delete-cluster NAME {destructive}
      delete-context NAME {destructive}
      delete-user NAME {destructive}
      get-clusters
      get-contexts [NAME...]
        --no-headers
        -o --output=FORMAT
      get-users
      rename-context OLD NEW {write}
      set PROPERTY VALUE {write}
        --set-raw-bytes
      set-cluster NAME {write}
        --certificate-authority=AUTHORITY
        --embed-certs
        --insecure-skip-tls-verify
        --proxy-url=URL
        --server=SERVER
        --tls-server-name=NAME
      set-context NAME {write}
        --cluster=CLUSTER
        --current {alone}
        --namespace=NAMESPACE
        --user=USER
      set-credentials NAME {write}
        --auth-provider=PROVIDER
        --auth-provider-arg=ARG...
        --client-certificate=CERTIFICATE
        --client-key=KEY
        --embed-certs
        --exec-api-version=VERSION
        --exec-arg=ARG...
        --exec-command=COMMAND
        --exec-env=ENV...
        --exec-interactive-mode=MODE {since=1.30}
        --exec-provide-cluster-info {since=1.30}
        --password=PASSWORD
        --token=TOKEN
        --username=USERNAME
      unset PROPERTY {write}
      use-context|use NAME {write}
      view
        @print
        --flatten
        --merge
        --minify
        --raw
    auth
      can-i VERB [RESOURCE] [NAME]
        -A --all-namespaces
        --list {alone}
        --no-headers
        -q --quiet
        --subresource=SUBRESOURCE
      reconcile {write}
        @manifests
        @print
        @dry
        --remove-extra-permissions
        --remove-extra-subjects
      whoami {since=1.27}
        @print
    kuberc {since=1.36}
      set {write}
        --allowlist-entry=ENTRY...
        --appendarg=ARGUMENT...
        --command=COMMAND
        --kuberc=FILE:path
        --name=NAME
        --option=OPTION...
        --overwrite
        --policy=POLICY
        --prependarg=ARGUMENT...
        --section=SECTION(defaults|aliases|credentialplugin)
      view
        @print
        --kuberc=FILE:path
    """
}
