enum Docker {
  static let entry = ProgramEntry("docker") { _ in program }

  private static let program = Program.shipped(
    .pflag, "docker --help of 20.10 to 28.5, of buildx build, and of compose 2.40.3",
    """
    docker {plugins} {versions=20.10,26.1,28.5} {products=docker_engine,docker_ce,moby}
      --config=CONFIG
      -c --context=CONTEXT
      -D --debug
      -H --host=HOST...
      -l --log-level=LEVEL(debug|info|warn|error|fatal)
      --tls
      --tlscacert=TLSCACERT
      --tlscert=TLSCERT:path
      --tlskey=TLSKEY:path
      --tlsverify
      -v --version {alone}
      --help {alone}
      @container-verbs
      @image-verbs
      @other-verbs
      @groups
      @swarm
    """.including(fragments))

  private static let fragments = [
    "container-verbs": containers, "container-options": containerOptions, "image-verbs": images,
    "other-verbs": others, "groups": groups, "compose": DockerCompose.verbs, "swarm": swarm,
    "service-create-options": serviceCreateOptions,
    "service-update-options": serviceUpdateOptions,
  ]

  /// `docker build` and `docker image build`, with the options of the old builder and of BuildKit.
  private static let images = """
    build PATH {write}
      --add-host=HOST...
      --allow=PERMISSION...
      --annotation=ANNOTATION...
      --attest=ATTESTATION...
      --build-arg=ARG...
      --build-context=CONTEXT...
      --builder=BUILDER
      --cache-from=FROM...
      --cache-to=TARGET...
      --call=METHOD
      --cgroup-parent=PARENT
      --check
      --compress
      --cpu-period=PERIOD:integer
      --cpu-quota=QUOTA:integer
      -c --cpu-shares=SHARES:integer
      --cpuset-cpus=CPUS
      --cpuset-mems=MEMS
      --disable-content-trust
      -f --file=FILE:path
      --force-rm
      --iidfile=IIDFILE
      --isolation=ISOLATION
      --label=LABEL...
      --load
      -m --memory=MEMORY
      --memory-swap=SWAP
      --metadata-file=FILE:path
      --network=NETWORK
      --no-cache
      --no-cache-filter=STAGE...
      -o --output=TARGET...
      --platform=PLATFORM...
      --progress=KIND
      --provenance=PROVENANCE
      --pull
      --push
      -q --quiet
      --rm
      --sbom=SBOM
      --secret=SECRET...
      --security-opt=OPT...
      --shm-size=SIZE
      --squash
      --ssh=SOCKET...
      -t --tag=TAG...
      --target=TARGET
      --ulimit=ULIMIT...
    history IMAGE
      --format=FORMAT
      -H --human
      --no-trunc
      --platform=PLATFORM {since=28.5}
      -q --quiet
    import FILE [REPOSITORY] {write}
      -c --change=CHANGE...
      -m --message=MESSAGE
      --platform=PLATFORM
    load {write}
      -i --input=INPUT
      --platform=PLATFORM {since=28.5}
      -q --quiet
    pull IMAGE {write}
      -a --all-tags
      --disable-content-trust
      --platform=PLATFORM
      -q --quiet
    push IMAGE {write}
      -a --all-tags
      --disable-content-trust
      --platform=PLATFORM {since=28.5}
      -q --quiet
    save IMAGE...
      -o --output=FORMAT
      --platform=PLATFORM {since=28.5}
    tag SOURCE TARGET {write}
    """

  private static let others = """
    ps
      -a --all
      -f --filter=FILTER...
      --format=FORMAT
      -n --last=LAST:integer
      -l --latest
      --no-trunc
      -q --quiet
      -s --size
    images [REPOSITORY]
      -a --all
      --digests
      -f --filter=FILTER...
      --format=FORMAT
      --no-trunc
      -q --quiet
      --tree {since=28.5}
    rmi IMAGE... {destructive}
      -f --force
      --no-prune
      --platform=PLATFORM... {since=28.5}
    login [SERVER] {write}
      -p --password=PASSWORD
      --password-stdin
      -u --username=USERNAME
    logout [SERVER] {write}
    search TERM
      -f --filter=FILTER...
      --format=FORMAT
      --limit=LIMIT:integer
      --no-trunc
    version
      -f --format=FORMAT
      --kubeconfig=FILE:path {removed=26.1}
    info
      -f --format=FORMAT
    inspect NAME...
      -f --format=FORMAT
      -s --size
      --type=TYPE
    events {endless}
      -f --filter=FILTER...
      --format=FORMAT
      --since=SINCE
      --until=UNTIL {bounded}
    """
}
