enum Oc {
  static let entry = ProgramEntry("oc") { _ in program }

  /// What oc has of kubectl, with the verbs of its own.
  private static let program = shared.flatMap { shared in own.map { shared.extended(by: $0) } }

  private static let shared = Program.shipped(
    .pflag, "the verbs of kubectl 1.32.4",
    """
    oc {plugins}
      @globals
      @reading
      @changing
      @creating
      @setting
      @pods
      @plugins
    """.including(Kubectl.undatedFragments))

  private static let own = Program.shipped(
    .pflag, "openshift/oc, pkg/cli",
    """
    oc {plugins}
      top [WORDS...] {not=adm_top}
      drain [WORDS...] {not=adm_drain}
      cordon [WORDS...] {not=adm_cordon}
      uncordon [WORDS...] {not=adm_uncordon}
      taint [WORDS...] {not=adm_taint}
      must-gather [WORDS...] {not=adm_must-gather}
      node-logs [WORDS...] {not=adm_node-logs}
      @containers
      @projects
      @building
      @adm
      logs POD [CONTAINER]
        --version=VERSION:integer
      create
        build {write} {open}
        clusterresourcequota NAME {write} {open}
          --project-label-selector=LABELS
          --hard=QUOTA...
        deploymentconfig|dc NAME {write} {open}
          --image=IMAGE
        identity NAME {write} {open}
        imagestream|is NAME {write} {open}
          --lookup-local
        imagestreamtag|istag NAME {write} {open}
          --from=TAG
          --from-image=IMAGE
        route
          @route
        user NAME {write} {open}
          --full-name=NAME
        useridentitymapping IDENTITY USER {write} {open}
      rollout
        cancel RESOURCE [NAME...] {write} {open}
        latest RESOURCE {write} {open}
        retry RESOURCE [NAME...] {write} {open}
      set
        build-hook [WORDS...] {write} {open}
        build-secret [WORDS...] {write} {open}
        data RESOURCE [NAME] [DATA...] {write} {open}
          --from-file=FILE:path...
          --from-literal=LITERAL...
        deployment-hook [WORDS...] {write} {open}
        image-lookup [WORDS...] {write} {open}
        probe [WORDS...] {write} {open}
        route-backends [WORDS...] {write} {open}
        triggers [WORDS...] {write} {open}
        volumes|volume RESOURCE [NAME...] {write} {open}
          --add
          --remove {destructive}
          -c --containers=CONTAINERS
          --name=NAME
          -t --type=TYPE
          -m --mount-path=PATH:path
          --claim-name=NAME
          --claim-size=SIZE
          --claim-class=CLASS
          --claim-mode=MODE
          --configmap-name=NAME
          --secret-name=NAME
          --path=PATH:path
          --sub-path=PATH
          --source=JSON
    """.including(fragments))

  private static let fragments = Kubectl.undatedFragments.merging([
    "containers": containers, "projects": projects, "building": building, "adm": adm,
    "route": route, "route-options": routeOptions, "policy": policy,
  ]) { _, own in own }

  /// Where a command runs in a container; unlike kubectl's, older ones take it without `--`.
  static let containers = """
    exec POD [COMMAND:command(elsewhere)...]
      -c --container=CONTAINER
      -f --filename=FILE:path... {alone}
      --pod-running-timeout=TIMEOUT:duration
      -q --quiet
      -i --stdin
      -t --tty {interactive}
    rsh POD [COMMAND:command(elsewhere)...] {leading}
      -c --container=CONTAINER
      -f --filename=FILE:path...
      --pod-running-timeout=TIMEOUT:duration
      --shell=PATH:path
      -t --tty {interactive}
      -T --no-tty
    debug RESOURCE [WORDS...] -- [COMMAND:command(elsewhere)...] {write}
      --as-root
      --as-user=UID:integer
      -c --container=CONTAINER
      @dry
      @files
      --image=IMAGE
      --image-stream=TAG
      --keep-annotations
      --keep-init-containers
      --keep-labels
      --keep-liveness
      --keep-readiness
      --keep-startup
      -I --no-stdin
      -T --no-tty
      --node-name=NODE
      --one-container
      --preserve-pod
      -q --quiet
      --show-labels
      -t --tty {interactive}
      --to-namespace=NAMESPACE
      @print
    rsync SOURCE TARGET {write} {open}
      -c --container=CONTAINER
      --delete {destructive}
      --exclude=PATTERN...
      --include=PATTERN...
      --no-perms
      --progress
      -q --quiet
      --strategy=STRATEGY
      -w --watch {endless}
    """

  private static let projects = """
    login [URL] {write} {open}
      -u --username=USER
      -p --password=PASSWORD
      -w --web
      -c --callback-port=PORT:integer
      --exec-plugin=TYPE
      --issuer-url=URL
      --client-id=ID
      --extra-scopes=SCOPES
    logout {write}
    whoami
      -t --show-token
      -c --show-context
      --show-server
      --show-console
    get-token {open}
      --issuer-url=URL
      --client-id=ID
    project [NAME] {write=operands}
      -q --short
    projects
      -q --short
    new-project|request-project NAME {write}
      --description=TEXT
      --display-name=NAME
      --skip-config-write
    status {open}
      --suggest
      -o --output=FORMAT
      -A --all-namespaces
    policy {open}
      @policy
    serviceaccounts|sa|serviceaccount {open}
      get-token NAME {open}
      create-kubeconfig NAME {open}
      new-token NAME {write} {open}
    secrets {open}
      link SERVICEACCOUNT SECRET... {write} {open}
        --for=USES
      unlink SERVICEACCOUNT SECRET... {write} {open}
      add [WORDS...] {write} {open}
    """
}
