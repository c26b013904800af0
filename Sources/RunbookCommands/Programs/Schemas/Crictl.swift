/// Options stand before operands; short ones may be put together.
enum Crictl {
  static let entry = ProgramEntry("crictl") { _ in program }

  private static let program = Program.shipped(
    Dialect(interspersed: false, flagValues: true), "cri-tools, cmd/crictl",
    """
    crictl
      -c --config=FILE:path
      -r --runtime-endpoint=ENDPOINT
      -i --image-endpoint=ENDPOINT
      -t --timeout=TIME
      -D --debug
      --enable-tracing
      --tracing-endpoint=ENDPOINT
      --tracing-sampling-rate-per-million=RATE:integer
      --profile-cpu=FILE:path
      --profile-mem=FILE:path
      -h --help {alone}
      -v --version {alone}
      attach CONTAINER {endless} {open}
        -t --tty {interactive}
        -i --stdin
      checkpoint CONTAINER... {write}
        -e --export=FILE:path {required}
      completion [SHELL] {open}
      config [KEY] [VALUE] {open}
        --get=KEY
        --set=SETTING... {write}
        -l --list
      create POD CONFIG:path POD_CONFIG:path {write} {open}
        @pull
      events {endless} {open}
        -o --output=FORMAT
        --template=TEMPLATE
      exec CONTAINER COMMAND:command(elsewhere)...
        -s --sync
        --timeout=SECONDS:integer
        -t --tty {interactive}
        -i --interactive
        -r --transport=TRANSPORT(spdy|websocket)
        --name=PATTERN {alone}
        -p --pod=POD {alone}
        --image=IMAGE {alone}
        --state=STATE {alone}
        --label=LABEL... {alone}
        -l --latest {alone}
        -n --last=COUNT:integer {alone}
        -q --quiet
        -e --ignore-errors
        -x --parallel
        --tls-sni --tls-server-name=NAME
        --tls-ca=FILE:path
        --tls-cert=FILE:path
        --tls-key=FILE:path
      imagefsinfo {open}
        -o --output=FORMAT
        --template=TEMPLATE
      images|image|img [REPOSITORY] {open}
        -v --verbose
        -q --quiet
        --digests
        --no-trunc
        --pinned
        -f --filter=FILTER...
        -o --output=FORMAT(json|yaml|table)
      info {open}
        -o --output=FORMAT
        --template=TEMPLATE
        -q --quiet
      inspect [CONTAINER...]
        -o --output=FORMAT(json|yaml|go-template|table)
        -q --quiet
        --template=TEMPLATE
        @filters
        --namespace=PATTERN
        -a --all
      inspecti [IMAGE...] {open}
        -o --output=FORMAT(json|yaml|go-template|table)
        -q --quiet
        --template=TEMPLATE
        --name=PATTERN
        -f --filter=FILTER...
      inspectp [POD...] {open}
        -o --output=FORMAT(json|yaml|go-template|table)
        -q --quiet
        --template=TEMPLATE
        --id=ID
        --name=PATTERN
        --namespace=PATTERN
        -s --state=STATE
        --label=LABEL...
        -l --latest
        -n --last=COUNT:integer
      logs CONTAINER {open}
        -f --follow {endless}
        --tail=COUNT:integer
        --since=TIME
        -p --previous
        -t --timestamps
        --limit-bytes=BYTES:integer
        -r --reopen
      metricdescs {open}
      metricsp {open}
      pods {open}
        --id=ID
        --name=PATTERN
        --namespace=PATTERN
        -s --state=STATE
        --label=LABEL...
        -v --verbose
        -q --quiet
        -o --output=FORMAT(json|yaml|table)
        -l --latest
        -n --last=COUNT:integer
        --no-trunc
      port-forward POD PORT... {endless} {open}
        -r --transport=TRANSPORT(spdy|websocket)
      ps
        -v --verbose
        --id=ID
        @filters
        -q --quiet
        -o --output=FORMAT(json|yaml|table)
        -a --all
        --no-trunc
        -r --resolve-image-path
        --namespace=PATTERN
      pull IMAGE {write} {open}
        @pull
      rm [CONTAINER...] {destructive}
        -f --force
        -k --keep-logs
        -a --all
      rmi [IMAGE...] {destructive} {open}
        -a --all
        -q --prune
      rmp [POD...] {destructive} {open}
        -f --force
        -a --all
      run CONFIG:path POD_CONFIG:path {write}
        --no-pull
        --with-pull
        -r --runtime=NAME
        --cancel-timeout=TIME:duration
        @pull
      runp POD_CONFIG:path {write} {open}
        -r --runtime=NAME
        -T --cancel-timeout=TIME:duration
      runtime-config {open}
      start CONTAINER... {write}
      stats [CONTAINER] {open}
        -a --all
        --id=ID
        -p --pod=POD
        --label=LABEL...
        -o --output=FORMAT(json|yaml|table)
        -s --seconds=SECONDS:integer
        -w --watch {endless}
      statsp [POD] {open}
        --id=ID
        --label=LABEL...
        -o --output=FORMAT(json|yaml|table)
        -s --seconds=SECONDS:integer
        -w --watch {endless}
      stop CONTAINER... {write}
        -t --timeout=SECONDS:integer
        -a --all {alone}
      stopp POD... {write} {open}
      update CONTAINER... {write}
        --cpu-count=COUNT:integer
        --cpu-maximum=COUNT:integer
        --cpu-period=TIME:integer
        --cpu-quota=TIME:integer
        --cpu-share=COUNT:integer
        --memory=BYTES:integer
        --cpuset-cpus=CPUS
        --cpuset-mems=NODES
        --oom-score-adj=SCORE:integer
      update-runtime-config {write} {open}
      version
      help|h [COMMAND]
    """.including(fragments))

  /// Options that several verbs have.
  private static let fragments = [
    "filters": """
    --name=PATTERN
    -p --pod=POD
    --image=IMAGE
    -s --state=STATE
    --label=LABEL...
    -l --latest
    -n --last=COUNT:integer
    """,
    "pull": """
    --creds=CREDENTIALS
    --auth=AUTH
    -u --username=USER
    --pull-timeout=TIME:duration
    """,
  ]
}
