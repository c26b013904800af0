enum Helm {
  static let entry = ProgramEntry("helm") { _ in program }

  private static let program = Program.shipped(
    .pflag, "helm 3.17, its reference at helm.sh/docs/helm",
    """
    helm {plugins}
      @globals
      install NAME_OR_CHART [CHART] {write}
        @install
        @naming
      upgrade RELEASE CHART {write}
        @install
        --cleanup-on-fail
        --history-max=COUNT:integer
        --recreate-pods
        -i --install
        --reset-then-reuse-values
        --reset-values
        --reuse-values
      template NAME_OR_CHART [CHART]
        @install
        @naming
        -a --api-versions=VERSIONS...
        --include-crds
        --is-upgrade
        --kube-version=VERSION
        --output-dir=DIR:path
        --release-name
        -s --show-only=FILE...
        --skip-tests
        --validate
      uninstall|delete|del|un RELEASE... {destructive}
        --cascade=MODE(background|orphan|foreground)
        --description=TEXT
        --dry-run {dry}
        --ignore-not-found
        --keep-history
        --no-hooks
        --timeout=TIME:duration
        --wait
      rollback RELEASE [REVISION:integer] {write}
        @wait
        --cleanup-on-fail
        --dry-run {dry}
        --force
        --history-max=COUNT:integer
        --no-hooks
        --recreate-pods
      list|ls
        -a --all
        -A --all-namespaces
        -d --date
        --deployed
        --failed
        -f --filter=PATTERN
        -m --max=COUNT:integer
        --no-headers
        --offset=COUNT:integer
        -o --output=FORMAT(table|json|yaml)
        --pending
        -r --reverse
        -l --selector=LABELS
        -q --short
        --superseded
        --time-format=FORMAT
        --uninstalled
        --uninstalling
      status RELEASE
        -o --output=FORMAT(table|json|yaml)
        --revision=REVISION:integer
        --show-desc
        --show-resources
      history|hist RELEASE
        --max=COUNT:integer
        -o --output=FORMAT(table|json|yaml)
      test RELEASE {write}
        --filter=FILTER...
        --hide-notes
        --logs
        --timeout=TIME:duration
      get
        all RELEASE
          @revision
          --template=TEMPLATE
        hooks RELEASE
          @revision
        manifest RELEASE
          @revision
        metadata RELEASE
          @revision
          -o --output=FORMAT(table|json|yaml)
        notes RELEASE
          @revision
        values RELEASE
          @revision
          -a --all
          -o --output=FORMAT(table|json|yaml)
      show|inspect
        all CHART
          @chart
        chart CHART
          @chart
        crds CHART
          @chart
        readme CHART
          @chart
        values CHART
          @chart
          --jsonpath=PATH
      pull|fetch CHART... {write}
        @chart
        -d --destination=DIR:path
        --prov
        --untar
        --untardir=DIR:path
      push CHART REMOTE {write} {open}
        --ca-file=FILE:path
        --cert-file=FILE:path
        --key-file=FILE:path
        --password=PASSWORD
        --username=USER
      repo
        add NAME URL {write}
          --allow-deprecated-repos
          --ca-file=FILE:path
          --cert-file=FILE:path
          --force-update
          --insecure-skip-tls-verify
          --key-file=FILE:path
          --no-update
          --pass-credentials
          --password=PASSWORD
          --password-stdin
          --timeout=TIME:duration
          --username=USER
        index DIR:path {write} {open}
          --merge=FILE:path
          --url=URL
        list|ls
          -o --output=FORMAT(table|json|yaml)
        remove|rm NAME... {write}
        update|up [NAME...] {write} {open}
      search
        hub [KEYWORD...] {open}
          --endpoint=URL
          --max-col-width=COUNT:integer
          -o --output=FORMAT(table|json|yaml)
        repo [KEYWORD...]
          --devel
          --fail-on-no-result
          --max-col-width=COUNT:integer
          -o --output=FORMAT(table|json|yaml)
          -r --regexp
          --version=VERSION
          -l --versions
      dependency|dep|dependencies
        build CHART {write} {open}
          --keyring=FILE:path
        list|ls CHART {open}
          --max-col-width=COUNT:integer
        update|up CHART {write} {open}
          --keyring=FILE:path
      registry
        login HOST {write}
          --ca-file=FILE:path
          --cert-file=FILE:path
          --insecure
          --key-file=FILE:path
          -p --password=PASSWORD
          --password-stdin
          --plain-http
          -u --username=USER
        logout HOST {write}
      create NAME {write}
        -p --starter=NAME
      lint [PATH...]
        @values
        --kube-version=VERSION
        --quiet
        --skip-schema-validation
        --strict
        --with-subcharts
      package [PATH...] {write} {open}
        --app-version=VERSION
        -u --dependency-update
        -d --destination=DIR:path
        --key=NAME
        --keyring=FILE:path
        --passphrase-file=FILE:path
        --sign
        --version=VERSION
      plugin
        install SOURCE {write} {open}
          --version=VERSION
        list|ls
        uninstall|rm|remove NAME... {write}
        update|up NAME... {write}
      verify PATH
        --keyring=FILE:path
      env [NAME]
      version
        --short
        --template=TEMPLATE
        -c --client
      completion
        bash
          --no-descriptions
        zsh
          --no-descriptions
        fish
          --no-descriptions
        powershell
          --no-descriptions
      diff [WORDS:tail...] {open}
      secrets [WORDS:tail...] {open} {write}
      help [COMMAND...]
    """.including(fragments))

  /// Options that several verbs have.
  private static let fragments = [
    "globals": """
    --burst-limit=COUNT:integer
    --debug
    --kube-apiserver=URL
    --kube-as-group=GROUP...
    --kube-as-user=USER
    --kube-ca-file=FILE:path
    --kube-context=CONTEXT
    --kube-insecure-skip-tls-verify
    --kube-tls-server-name=NAME
    --kube-token=TOKEN
    --kubeconfig=FILE:path
    -n --namespace=NAMESPACE
    --qps=COUNT
    --registry-config=FILE:path
    --repository-cache=DIR:path
    --repository-config=FILE:path
    -h --help {alone}
    """,
    "install": """
    @chart
    @values
    @wait
    --atomic
    --create-namespace
    --dependency-update
    --description=TEXT
    --disable-openapi-validation
    --dry-run[=MODE(none|client|server|true|false)] {dry=client|server|true|unchanged}
    --enable-dns
    --force
    --hide-notes
    --hide-secret
    -l --labels=LABELS
    --no-hooks
    -o --output=FORMAT(table|json|yaml)
    --post-renderer=PROGRAM
    --post-renderer-args=ARGUMENT...
    --render-subchart-notes
    --skip-crds
    --skip-schema-validation
    --take-ownership
    """,
    "naming": """
    -g --generate-name
    --name-template=TEMPLATE
    --replace
    """,
    "chart": """
    --ca-file=FILE:path
    --cert-file=FILE:path
    --devel
    --insecure-skip-tls-verify
    --key-file=FILE:path
    --keyring=FILE:path
    --pass-credentials
    --password=PASSWORD
    --plain-http
    --repo=URL
    --username=USER
    --verify
    --version=VERSION
    """,
    "values": """
    -f --values=FILE:path...
    --set=VALUES...
    --set-file=VALUES...
    --set-json=VALUES...
    --set-literal=VALUES...
    --set-string=VALUES...
    """,
    "wait": """
    --timeout=TIME:duration
    --wait
    --wait-for-jobs
    """,
    "revision": """
    --revision=REVISION:integer
    """,
  ]
}
