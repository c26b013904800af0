enum Helm {
  static let entry = ProgramEntry("helm") { _ in program }

  private static let program = Program.shipped(
    .pflag, "helm --help of 3.9 to 4.2",
    """
    helm {plugins} {versions=3.9,3.11,3.12,3.16,3.17,3.18,3.19,4.1,4.2}
      @globals
      install NAME_OR_CHART [CHART] {write}
        @install
        @naming
        --hide-notes {since=3.16}
        --render-subchart-notes
        --force {since=3.11} {deprecated=4.1} {use=--force-replace}
        --hide-secret {since=3.16}
        -o --output=FORMAT(table|json|yaml)
        --server-side {since=4.1}
      upgrade RELEASE CHART {write}
        @install
        --hide-notes {since=3.16}
        --render-subchart-notes
        --cleanup-on-fail
        --force {deprecated=4.1} {use=--force-replace}
        --hide-secret {since=3.16}
        --history-max=COUNT:integer
        -o --output=FORMAT(table|json|yaml)
        --recreate-pods {removed=4.1} {deprecated=3.9}
        -i --install
        --reset-then-reuse-values {since=3.16}
        --server-side=MODE(true|false|auto) {since=4.1}
        --reset-values
        --reuse-values
      template NAME_OR_CHART [CHART]
        @install
        @naming
        --hide-notes {since=3.16} {deprecated=4.2}
        --render-subchart-notes {deprecated=4.2}
        --force {since=3.11} {deprecated=4.1} {use=--force-replace}
        --server-side {since=4.1}
        -a --api-versions=VERSIONS...
        --include-crds
        --is-upgrade
        --kube-version=VERSION
        --output-dir=DIR:path
        --release-name
        -s --show-only=FILE...
        --skip-tests
        --validate {deprecated=4.1} {use=--dry-run=server}
      uninstall|delete|del|un RELEASE... {destructive}
        --cascade=MODE(background|orphan|foreground) {since=3.12}
        --description=TEXT
        --dry-run {dry}
        --ignore-not-found {since=3.16}
        --keep-history
        --no-hooks
        --timeout=TIME:duration
        --wait
      rollback RELEASE [REVISION:integer] {write}
        @wait
        --cleanup-on-fail
        --dry-run {dry}
        --force {deprecated=4.1} {use=--force-replace}
        --history-max=COUNT:integer
        --no-hooks
        --recreate-pods {removed=4.1}
        --force-conflicts {since=4.1}
        --force-replace {since=4.1}
        --server-side=MODE(true|false|auto) {since=4.1}
      list|ls
        -a --all {removed=4.1}
        -A --all-namespaces
        -d --date
        --deployed
        --failed
        -f --filter=PATTERN
        -m --max=COUNT:integer
        --no-headers {since=3.11}
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
        --show-desc {removed=4.1}
        --show-resources {since=3.11} {removed=4.1}
      history|hist RELEASE
        --max=COUNT:integer
        -o --output=FORMAT(table|json|yaml)
      test RELEASE {write}
        --filter=FILTER...
        --hide-notes {since=3.16} {removed=4.1}
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
        metadata RELEASE {since=3.16}
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
      push CHART REMOTE {write}
        --ca-file=FILE:path {since=3.12}
        --cert-file=FILE:path {since=3.12}
        --key-file=FILE:path {since=3.12}
        --password=PASSWORD {since=3.17}
        --username=USER {since=3.17}
        --insecure-skip-tls-verify {since=3.12}
        --plain-http {since=3.16}
      repo
        add NAME URL {write}
          --allow-deprecated-repos
          --ca-file=FILE:path
          --cert-file=FILE:path
          --force-update
          --insecure-skip-tls-verify
          --key-file=FILE:path
          --no-update {removed=4.1}
          --pass-credentials
          --password=PASSWORD
          --password-stdin
          --timeout=TIME:duration {since=4.1}
          --username=USER
        index DIR:path {write}
          --merge=FILE:path
          --url=URL
          --json {since=3.16}
        list|ls
          --no-headers {since=4.1}
          -o --output=FORMAT(table|json|yaml)
        remove|rm NAME... {write}
        update|up [NAME...] {write}
          --fail-on-repo-update-fail {removed=4.1}
          --timeout=TIME:duration {since=4.1}
      search
        hub [KEYWORD...]
          --endpoint=URL
          --fail-on-no-result {since=3.16}
          --list-repo-url
          --max-col-width=COUNT:integer
          -o --output=FORMAT(table|json|yaml)
        repo [KEYWORD...]
          --devel
          --fail-on-no-result {since=3.16}
          --max-col-width=COUNT:integer
          -o --output=FORMAT(table|json|yaml)
          -r --regexp
          --version=VERSION
          -l --versions
      dependency|dep|dependencies
        build CHART {write}
          --keyring=FILE:path
          @repository
          --skip-refresh
          --verify
        list|ls CHART
          --max-col-width=COUNT:integer
        update|up CHART {write}
          --keyring=FILE:path
          @repository
          --skip-refresh
          --verify
      registry
        login HOST {write}
          --ca-file=FILE:path {since=3.12}
          --cert-file=FILE:path {since=3.12}
          --insecure
          --key-file=FILE:path {since=3.12}
          -p --password=PASSWORD
          --password-stdin
          --plain-http {since=3.18}
          -u --username=USER
        logout HOST {write}
      create NAME {write}
        -p --starter=NAME
      lint [PATH...]
        @values
        --kube-version=VERSION {since=3.16}
        --quiet
        --skip-schema-validation {since=3.16}
        --strict
        --with-subcharts
      package [PATH...] {write}
        @repository
        --app-version=VERSION
        -u --dependency-update
        -d --destination=DIR:path
        --key=NAME
        --keyring=FILE:path
        --passphrase-file=FILE:path
        --sign
        --version=VERSION
      plugin
        install SOURCE {write}
          --ca-file=FILE:path {since=4.1}
          --cert-file=FILE:path {since=4.1}
          --insecure-skip-tls-verify {since=4.1}
          --key-file=FILE:path {since=4.1}
          --keyring=FILE:path {since=4.1}
          --password=PASSWORD {since=4.1}
          --plain-http {since=4.1}
          --username=USER {since=4.1}
          --verify {since=4.1}
          --version=VERSION
        list|ls
          --type=TYPE {since=4.1}
        package PATH {write} {since=4.1}
          -d --destination=DIR:path
          --key=NAME
          --keyring=FILE:path
          --passphrase-file=FILE:path
          --sign
        verify PATH {since=4.1}
          --keyring=FILE:path
        uninstall|rm|remove NAME... {write}
        update|up NAME... {write}
      verify PATH
        --keyring=FILE:path
      env [NAME]
      version
        --short
        --template=TEMPLATE
        -c --client {removed=4.1}
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
    --burst-limit=COUNT:integer {since=3.11}
    --color=WHEN(never|auto|always) {since=4.1}
    --colour=WHEN(never|auto|always) {since=4.1}
    --content-cache=DIR:path {since=4.1}
    --debug
    --kube-apiserver=URL
    --kube-as-group=GROUP...
    --kube-as-user=USER
    --kube-ca-file=FILE:path
    --kube-context=CONTEXT
    --kube-insecure-skip-tls-verify {since=3.11}
    --kube-tls-server-name=NAME {since=3.11}
    --kube-token=TOKEN
    --kubeconfig=FILE:path
    -n --namespace=NAMESPACE
    --qps=COUNT {since=3.16}
    --registry-config=FILE:path
    --repository-cache=DIR:path
    --repository-config=FILE:path
    -h --help {alone}
    """,
    "install": """
    @chart
    @values
    @wait
    --atomic {deprecated=4.1} {use=--rollback-on-failure}
    --create-namespace
    --dependency-update
    --description=TEXT
    --disable-openapi-validation
    --dry-run[=MODE(none|client|server|true|false)] {dry=client|server|true|unchanged}
    --enable-dns {since=3.11}
    --force-conflicts {since=4.1}
    --force-replace {since=4.1}
    -l --labels=LABELS {since=3.16}
    --no-hooks
    --post-renderer=PROGRAM
    --post-renderer-args=ARGUMENT...
    --rollback-on-failure {since=4.1}
    --skip-crds
    --skip-schema-validation {since=3.16}
    --take-ownership {since=3.17}
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
    --plain-http {since=3.16}
    --repo=URL
    --username=USER
    --verify
    --version=VERSION
    """,
    "values": """
    -f --values=FILE:path...
    --set=VALUES...
    --set-file=VALUES...
    --set-json=VALUES... {since=3.11}
    --set-literal=VALUES... {since=3.12}
    --set-string=VALUES...
    """,
    "wait": """
    --timeout=TIME:duration
    --wait
    --wait-for-jobs
    """,
    "repository": """
    --ca-file=FILE:path {since=3.17}
    --cert-file=FILE:path {since=3.17}
    --insecure-skip-tls-verify {since=3.17}
    --key-file=FILE:path {since=3.17}
    --password=PASSWORD {since=3.17}
    --plain-http {since=3.17}
    --username=USER {since=3.17}
    """,
    "revision": """
    --revision=REVISION:integer
    """,
  ]
}
