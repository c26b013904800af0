enum Ctr {
  static let entry = ProgramEntry("ctr") { _ in program }

  private static let program = Program.shipped(
    .goFlag, "ctr --help of containerd 1.6.20",
    """
    ctr
      --debug
      -a --address=SOCKET:path
      --timeout=TIME:duration
      --connect-timeout=TIME:duration
      -n --namespace=NAMESPACE
      -h --help {alone}
      -v --version {alone}
      plugins|plugin
        list|ls [FILTER...]
          -q --quiet
          -d --detailed
      version
      containers|c|container
        create IMAGE CONTAINER [COMMAND:command(elsewhere)...] {write}
          @spec
        delete|del|remove|rm CONTAINER... {destructive}
          --keep-snapshot
        info CONTAINER
          --spec
        list|ls [FILTER...]
          -q --quiet
        label CONTAINER [LABEL...] {write}
        checkpoint CONTAINER REF {write}
          --rw
          --image
          --task
        restore CONTAINER REF {write}
          --rw
          --live
      content
        active {open}
        delete|del|remove|rm [DIGEST...] {destructive}
        edit DIGEST {write} {open}
        fetch REMOTE [OBJECT] {write}
          @registry
          --label=LABEL...
          --platform=PLATFORM...
          --all-platforms
          --all-metadata
          --metadata-only
        fetch-object REMOTE OBJECT {open}
        get [DIGEST...]
        ingest KEY {write} {open}
        list|ls
          -q --quiet
        push-object REMOTE OBJECT TYPE {write} {open}
        label DIGEST [LABEL...] {write}
        prune {destructive} {open}
          references {destructive} {open}
      events|event {endless}
      images|image|i
        check [FILTER...]
          -q --quiet
          --snapshotter=NAME
        export FILE:path IMAGE... {write}
          --skip-manifest-json
          --skip-non-distributable
          --platform=PLATFORM...
          --all-platforms
        import FILE:path {write}
          --base-name=NAME
          --digests
          --skip-digest-for-named
          --index-name=NAME
          --all-platforms
          --platform=PLATFORM
          --no-unpack
          --compress-blobs
          --snapshotter=NAME
        list|ls [FILTER...]
          -q --quiet
        mount REF TARGET:path {write}
          @registry
          --snapshotter=NAME
          --label=LABEL...
          --rw
          --platform=PLATFORM
        unmount TARGET:path {write}
          @registry
          --snapshotter=NAME
          --label=LABEL...
          --rm
        pull REF {write}
          @registry
          --snapshotter=NAME
          --label=LABEL...
          --platform=PLATFORM...
          --all-platforms
          --all-metadata
          --print-chainid
          --max-concurrent-downloads=COUNT:integer
        push REMOTE [LOCAL] {write}
          @registry
          --manifest=DIGEST
          --manifest-type=TYPE
          --platform=PLATFORM...
          --max-concurrent-uploaded-layers=COUNT:integer
          --allow-non-distributable-blobs
        delete|del|remove|rm REF... {destructive}
          --sync
        tag SOURCE TARGET... {write}
          --force
        label NAME [LABEL...] {write}
          -r --replace-all
        convert SOURCE TARGET {write}
          --uncompress
          --oci
          --platform=PLATFORM...
          --all-platforms
      leases
        list|ls [FILTER...]
          -q --quiet
        create [LABEL...] {write}
          --id=ID
          -x --expires=TIME:duration
        delete|del|remove|rm LEASE... {destructive}
          --sync
      namespaces|namespace|ns
        create|c NAME [LABEL...] {write}
        list|ls
          -q --quiet
        remove|rm NAME... {destructive}
          -c --cgroup
        label NAME [LABEL...] {write}
      pprof {open}
        -d --debug-socket=SOCKET:path
        block
        goroutines
        heap
        profile {open}
        threadcreate
        trace {open}
      run IMAGE ID [COMMAND:command(elsewhere)...] {write}
        --rm
        --null-io
        --log-uri=URI
        -d --detach
        --fifo-dir=DIR:path
        --cgroup=CGROUP
        --platform=PLATFORM
        --cni
        --runc-binary=FILE:path
        --runc-root=DIR:path
        --runc-systemd-cgroup
        --uidmap=MAP
        --gidmap=MAP
        --remap-labels
        --cpus=CPUS
        --cpu-shares=SHARES:integer
        @spec
      snapshots|snapshot
        --snapshotter=NAME
        commit KEY ACTIVE {write}
        diff KEY [KEY] {open}
        info KEY
        list|ls
        mounts|m|mount TARGET KEY
        prepare|view TARGET [KEY] {write} {open}
        delete|del|remove|rm KEY... {destructive}
        label KEY [LABEL...] {write}
        tree
        unpack DIGEST {write}
        usage [KEY...]
          -b
      tasks|t|task
        attach CONTAINER {endless}
        checkpoint CONTAINER {write}
          --exit
          --image-path=DIR:path
          --work-path=DIR:path
        delete|del|remove|rm CONTAINER... {destructive}
          -f --force
          --exec-id=ID
        exec CONTAINER COMMAND:command(elsewhere)...
          --cwd=DIR:path
          -t --tty {interactive}
          -d --detach
          --exec-id=ID
          --fifo-dir=DIR:path
          --log-uri=URI
          --user=USER
        list|ls
          -q --quiet
        kill CONTAINER {destructive}
          -s --signal=SIGNAL
          --exec-id=ID
          -a --all
        pause CONTAINER {write}
        ps CONTAINER
        resume CONTAINER {write}
        start CONTAINER {write}
          --null-io
          --log-uri=URI
          --fifo-dir=DIR:path
          --pid-file=FILE:path
          -d --detach
        metrics|metric CONTAINER
          --format=FORMAT(table|json)
      install REF {write}
        -l --libs
        -r --replace
        --path=DIR:path
      oci
        spec {open}
      shim [WORDS:tail...] {open} {write}
    """.including(fragments))

  /// Options that several verbs have.
  private static let fragments = [
    "registry": """
    -k --skip-verify
    --plain-http
    -u --user=USER
    --refresh=TOKEN
    --hosts-dir=DIR:path
    --tlscacert=FILE:path
    --tlscert=FILE:path
    --tlskey=FILE:path
    --http-dump
    --http-trace
    """,
    "spec": """
    --snapshotter=NAME
    --snapshotter-label=LABEL...
    -c --config=FILE:path
    --cwd=DIR:path
    --env=ENV...
    --env-file=FILE:path
    --label=LABEL...
    --annotation=ANNOTATION...
    --mount=MOUNT...
    --net-host
    --privileged
    --read-only
    --runtime=NAME
    --runtime-config-path=FILE:path
    -t --tty {interactive}
    --with-ns=NAMESPACE...
    --pid-file=FILE:path
    --gpus=GPUS...
    --allow-new-privs
    --memory-limit=BYTES:integer
    --device=DEVICE...
    --cap-add=CAPABILITY...
    --cap-drop=CAPABILITY...
    --seccomp
    --seccomp-profile=FILE:path
    --apparmor-default-profile=NAME
    --apparmor-profile=NAME
    --rdt-class=NAME
    --rootfs
    --no-pivot
    --cpu-quota=QUOTA:integer
    --cpu-period=PERIOD:integer
    --rootfs-propagation=MODE
    """,
  ]
}
