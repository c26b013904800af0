enum Kubectl {
  static let entry = ProgramEntry("kubectl") { _ in program }

  private static let program = Program.shipped(
    .pflag, "kubectl --help of 1.25 to 1.36",
    """
    kubectl {plugins} {products=kubernetes,k8s,eks,amazon_eks,aks,gke} {skew=1} \
    {versions=1.25,1.26,1.27,1.28,1.29,1.30,1.31,1.32,1.33,1.34,1.35,1.36}
      rsh [WORDS...] {not=exec}
      @globals
      @reading
      @changing
      @creating
      @setting
      @pods
      @nodes
      @top
      @inside
      @plugins
    """.including(fragments))

  /// What `exec` and `debug` run stands behind `--`.
  private static let inside = """
    exec POD -- COMMAND:command(elsewhere)...
      -c --container=CONTAINER
      -f --filename=FILE:path... {alone}
      --pod-running-timeout=TIMEOUT:duration
      -q --quiet
      -i --stdin
      -t --tty {interactive}
    debug TARGET... -- [COMMAND:command(elsewhere)...] {write}
      --arguments-only
      --attach
      -c --container=CONTAINER
      --copy-to=TO
      --custom=CUSTOM {since=1.31}
      --env=ENV...
      -f --filename=FILE:path... {alone} {since=1.27}
      --image=IMAGE
      --image-pull-policy=POLICY
      --keep-annotations {since=1.31}
      --keep-init-containers {since=1.31}
      --keep-labels {since=1.31}
      --keep-liveness {since=1.31}
      --keep-readiness {since=1.31}
      --keep-startup {since=1.31}
      --profile=PROFILE {since=1.30:sysadmin} {removed=1.36:legacy}
      -q --quiet
      --replace
      --same-node
      --set-image=IMAGE...
      --share-processes
      -i --stdin
      --target=TARGET
      -t --tty {interactive}
    """

  /// Programs named `kubectl-NAME` that many have installed: theirs is a language of its own.
  private static let plugins = """
    argo [WORDS:tail...] {open}
    cert-manager [WORDS:tail...] {open}
    cnpg [WORDS:tail...] {open}
    convert [WORDS:tail...] {open}
    ctx [WORDS:tail...] {open}
    dev_tool [WORDS:tail...] {open}
    gadget [WORDS:tail...] {open}
    hns [WORDS:tail...] {open}
    ingress-nginx [WORDS:tail...] {open}
    krew [WORDS:tail...] {open} {write}
    neat [WORDS:tail...] {open}
    node-shell [WORDS:tail...] {open} {write} {interactive}
    ns [WORDS:tail...] {open}
    oidc-login [WORDS:tail...] {open}
    rook-ceph [WORDS:tail...] {open}
    sniff [WORDS:tail...] {open}
    tree [WORDS:tail...] {open}
    view-secret [WORDS:tail...] {open}
    virt [WORDS:tail...] {open}
    who-can [WORDS:tail...] {open}
    """

  private static let top = """
    top
      node|nodes|no [NAME]
        --no-headers
        -l --selector=LABELS
        --show-capacity
        --show-swap {since=1.34}
        --sort-by=BY
        --use-protocol-buffers
      pod|pods|po [NAME]
        -A --all-namespaces
        --containers
        --field-selector=FIELDS
        --no-headers
        -l --selector=LABELS
        --show-swap {since=1.34}
        --sort-by=BY
        --sum
        --use-protocol-buffers
    """

  /// The lines of this program, for it and for those that are built on it.
  static let fragments = [
    "globals": globals, "reading": reading, "changing": changing, "creating": creating,
    "setting": setting, "pods": pods, "nodes": nodes, "top": top, "inside": inside,
    "plugins": plugins, "logging": logging,
  ].merging(shared) { first, _ in first }

  /// The same without versions: another program that is built on kubectl counts its own.
  static let undatedFragments = fragments.mapValues(\.withoutVersions)

  /// kubectl options
  private static let globals = """
    --as=AS
    --as-group=GROUP...
    --as-uid=UID
    --as-user-extra=EXTRA... {since=1.35}
    --cache-dir=DIR:path
    --certificate-authority=AUTHORITY:path
    --client-certificate=CERTIFICATE:path
    --client-key=KEY:path
    --cluster=CLUSTER
    --context=CONTEXT
    --disable-compression {since=1.26}
    --insecure-skip-tls-verify
    --kubeconfig=KUBECONFIG:path
    --kuberc=FILE:path {since=1.34}
    --log-flush-frequency=FREQUENCY:duration
    @logging
    --match-server-version
    -n --namespace=NAMESPACE
    --password=PASSWORD
    --profile=PROFILE(none|cpu|heap|goroutine|threadcreate|block|mutex)
    --profile-output=OUTPUT:path
    --request-timeout=TIMEOUT:duration
    -s --server=SERVER
    --tls-server-name=NAME
    --token=TOKEN
    --user=USER
    --username=USERNAME
    -v --v=LEVEL:integer
    --vmodule=VMODULE
    --warnings-as-errors
    -h --help {alone}
    """

  /// klog's own, which 1.26 has no more.
  private static let logging = """
    --add-dir-header {removed=1.26}
    --alsologtostderr {removed=1.26}
    --log-backtrace-at=PLACE {removed=1.26}
    --log-dir=DIR:path {removed=1.26}
    --log-file=FILE:path {removed=1.26}
    --log-file-max-size=SIZE:integer {removed=1.26}
    --logtostderr {removed=1.26}
    --one-output {removed=1.26}
    --skip-headers {removed=1.26}
    --skip-log-headers {removed=1.26}
    --stderrthreshold=LEVEL {removed=1.26}
    """

  /// Options that many verbs have.
  private static let shared = [
    "print": """
    -o --output=FORMAT
    --template=TEMPLATE
    --allow-missing-template-keys
    --show-managed-fields
    """,
    "files": """
    -f --filename=FILE:path... {alone}
    -k --kustomize=DIR:path {alone}
    -R --recursive
    """,
    "manifests": """
    -f --filename=FILE:path...
    -k --kustomize=DIR:path
    -R --recursive
    """,
    "dry": """
    --dry-run[=MODE(none|server|client|unchanged|true|false)] {dry=client|server|true|unchanged}
    """,
    "dry-run": """
    @dry
    --field-manager=MANAGER
    """,
    "validate": """
    --validate[=MODE(strict|warn|ignore|true|false)]
    """,
    "cascade": """
    --cascade[=MODE(background|foreground|orphan|true|false)]
    """,
    "server-side": """
    --force-conflicts
    --server-side
    --field-manager=MANAGER
    """,
    "create": """
    @print
    @dry-run
    --save-config
    @validate
    """,
    "deletion": """
    @cascade
    --force
    --grace-period=PERIOD:integer
    --timeout=TIMEOUT:duration
    --wait
    """,
    "config-source": """
    --from-env-file=FILE:path...
    --from-file=FILE:path...
    --from-literal=LITERAL...
    """,
  ]
}
