extension Oc {
  /// Builds, images and applications.
  static let building = """
    new-app|app [COMPONENTS...] {write} {open}
      -e --env=ENV...
      --env-file=FILE:path...
      -f --file=FILE:path
      -i --image-stream=TAG...
      --image=IMAGE...
      --docker-image=IMAGE...
      -l --labels=LABELS
      --name=NAME
      -p --param=PARAMETER...
      --param-file=FILE:path...
      --template=TEMPLATE...
      --strategy=STRATEGY
      --context-dir=DIR
      --code=SOURCE...
      --build-env=ENV...
      -o --output=FORMAT
      --as-deployment-config
      --dry-run {dry}
      -L --list
      -S --search
    new-build [COMPONENTS...] {write} {open}
      -e --env=ENV...
      -i --image-stream=TAG...
      --image=IMAGE...
      --docker-image=IMAGE...
      -l --labels=LABELS
      --name=NAME
      --to=TAG
      --strategy=STRATEGY
      --context-dir=DIR
      -D --dockerfile=DOCKERFILE
      --binary
      -o --output=FORMAT
    start-build [BUILDCONFIG] {write} {open}
      --from-build=BUILD
      --from-dir=DIR:path
      --from-file=FILE:path
      --from-repo=DIR:path
      --from-archive=FILE:path
      --commit=COMMIT
      -e --env=ENV...
      --build-arg=ARG...
      -F --follow
      -w --wait
    cancel-build [BUILD...] {write} {open}
      --state=STATE...
    import-image IMAGE {write} {open}
      --from=IMAGE
      --all
      --confirm
      --insecure
      --scheduled
      --import-mode=MODE
      --reference-policy=POLICY
    tag SOURCE [DESTINATION...] {write} {open}
      -d --delete {destructive}
      --source=KIND
      --reference-policy=POLICY
      --import-mode=MODE
    rollback [RESOURCE] {write} {open}
      --to-version=VERSION:integer
      -o --output=FORMAT
    process [TEMPLATE] [PARAMETERS...] {open}
      -f --filename=FILE:path
      -p --param=PARAMETER...
      --param-file=FILE:path...
      -l --labels=LABELS
      -o --output=FORMAT
      -t --template=TEMPLATE
      --local
      --raw
      --parameters
      --ignore-unknown-parameters
    extract RESOURCE [WORDS...] {write}
      -f --filename=FILE:path... {alone}
      -R --recursive
      --to=DIR:path
      --keys=KEYS...
      --confirm
    idle [SERVICE...] {write} {open}
      --all
      -l --selector=LABELS
      --resource-names-file=FILE:path
    observe RESOURCE {endless} {open}
    expose [WORDS...] {write}
      --generator=NAME
      --hostname=HOST
      --path=PATH
      --wildcard-policy=POLICY
    image
      append [IMAGE...] {write} {open}
        --from=IMAGE
        --to=IMAGE
        --image=JSON
        --meta=JSON
        -a --registry-config=FILE:path
        --filter-by-os=PATTERN
      extract IMAGE... {write} {open}
        -a --registry-config=FILE:path
        --path=PATHS...
        --file=FILE...
        --filter-by-os=PATTERN
        --confirm
      info IMAGE... {open}
        -a --registry-config=FILE:path
        --filter-by-os=PATTERN
        -o --output=FORMAT
        --insecure
      mirror [IMAGES...] {write} {open}
        -a --registry-config=FILE:path
        --dir=DIR:path
        -f --filename=FILE:path
        --filter-by-os=PATTERN
        --from-dir=DIR:path
        --max-per-registry=COUNT:integer
        --max-registry=COUNT:integer
      serve {endless} {open}
    registry
      info {open}
      login {write} {open}
        -a --registry-config=FILE:path
        --to=FILE:path
        -z --service-account=NAME
    """

  static let route = """
    edge [NAME] {write} {open}
      @route-options
    passthrough [NAME] {write} {open}
      @route-options
    reencrypt [NAME] {write} {open}
      @route-options
      --dest-ca-cert=FILE:path
    """

  static let routeOptions = """
    --service=SERVICE
    --hostname=HOST
    --port=PORT
    --path=PATH
    --insecure-policy=POLICY
    --wildcard-policy=POLICY
    --cert=FILE:path
    --key=FILE:path
    --ca-cert=FILE:path
    """
}
