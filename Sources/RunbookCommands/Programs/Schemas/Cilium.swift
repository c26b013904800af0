/// Not every verb and option is listed; the options are those of all verbs together.
enum Cilium {
  static let entry = ProgramEntry("cilium") { _ in program }

  private static let program = Program.shipped(
    .pflag, "cilium and cilium-dbg, from their documentation",
    """
    cilium {open}
      --context=VALUE...
      -n=VALUE...
      --namespace=VALUE...
      --kubeconfig=VALUE...
      --as=VALUE...
      --as-group=VALUE...
      --helm-release-name=VALUE...
      -h
      --help
      --wait
      --wait-duration=VALUE...
      --version=VALUE...
      --set=VALUE...
      -f=VALUE...
      --values=VALUE...
      --reuse-values
      --reset-values
      --dry-run {dry}
      --dry-run-helm-values
      --chart-directory=VALUE...
      --datapath-mode=VALUE...
      --helm-set=VALUE...
      --list-versions
      --ui
      --relay
      --redact
      -o=VALUE...
      --output=VALUE...
      --verbose
      --brief
      --interactive
      --test=VALUE...
      --hubble
      --flow-validation=VALUE...
      --all-flows
      --force-deploy
      --collect-sysdump-on-failure
      --single-node
      --multi-cluster=VALUE...
      --curl-image=VALUE...
      --test-namespace=VALUE...
      --include-unsafe-tests
      --ip-families=VALUE...
      --destination-context=VALUE...
      --destination-endpoint=VALUE...
      --service-type=VALUE...
      --enable-kvstoremesh
      --node-list=VALUE...
      --output-filename=VALUE...
      --nodes=VALUE...
      --logs-since-time=VALUE...
      --hubble-flows-count=VALUE...
      --quick
      --log-size=VALUE...
      -D
      --debug
      -H=VALUE...
      --host=VALUE...
      --config=VALUE...
      --type=VALUE...
      --from=VALUE...
      --to=VALUE...
      --related-to=VALUE...
      --hex
      -j
      --json
      -v
      --all-addresses
      --all-controllers
      --all-health
      --all-nodes
      --all-redirects
      --all-clusters
      --timeout=VALUE...
      --require-k8s-connectivity
      --labels=VALUE...
      -l=VALUE...
      --numeric
      --connection-disruption-test
      --restart
      bgp {open}
        peers [WORDS...] {open}
        routes [WORDS...] {open}
        route-policies [WORDS...] {open}
      bpf {open}
        auth [WORDS...] {open}
        bandwidth [WORDS...] {open}
        config [WORDS...] {open}
        ct [WORDS...] {open}
        egress [WORDS...] {open}
        endpoint [WORDS...] {open}
        frag [WORDS...] {open}
        fs [WORDS...] {open}
        ipcache [WORDS...] {open}
        ipmasq [WORDS...] {open}
        lb [WORDS...] {open}
        metrics [WORDS...] {open}
        migrate-svc [WORDS...] {open}
        multicast [WORDS...] {open}
        nat [WORDS...] {open}
        nodeid [WORDS...] {open}
        policy [WORDS...] {open}
        recorder [WORDS...] {open}
        sha [WORDS...] {open}
        srv6 [WORDS...] {open}
        tunnel [WORDS...] {open}
        vtep [WORDS...] {open}
      build-config [WORDS...] {open}
      bugtool [WORDS...] {open}
      cgroups [WORDS...] {open}
      cleanup [WORDS...] {destructive} {open}
      clustermesh {open}
        connect [WORDS...] {write} {open}
        disable [WORDS...] {write} {open}
        disconnect [WORDS...] {write} {open}
        enable [WORDS...] {write} {open}
        status [WORDS...] {open}
        vm [WORDS...] {open}
      completion [WORDS...] {open}
      config {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
        view [WORDS...] {open}
      connectivity {open}
        perf [WORDS...] {open}
        test [WORDS...] {write} {open}
        disrupt [WORDS...] {open}
      context [WORDS...] {open}
      debuginfo [WORDS...] {open}
      encrypt {open}
        create-key [WORDS...] {open}
        flush [WORDS...] {destructive} {open}
        rotate-key [WORDS...] {write} {open}
        status [WORDS...] {open}
      encryption {open}
        create-key [WORDS...] {write} {open}
        key-status [WORDS...] {open}
        rotate-key [WORDS...] {write} {open}
        status [WORDS...] {open}
      endpoint {open}
        config [WORDS...] {open}
        disconnect [WORDS...] {write} {open}
        get [WORDS...] {open}
        health [WORDS...] {open}
        labels [WORDS...] {open}
        list [WORDS...] {open}
        log [WORDS...] {open}
        regenerate [WORDS...] {write} {open}
        wait [WORDS...] {open}
      envoy [WORDS...] {open}
      features {open}
        status [WORDS...] {open}
      fqdn {open}
        cache [WORDS...] {open}
        names [WORDS...] {open}
      hubble {open}
        disable [WORDS...] {write} {open}
        enable [WORDS...] {write} {open}
        port-forward [WORDS...] {open}
        ui [WORDS...] {open}
      identity {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      install [WORDS...] {write} {open}
      ip {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      kvstore {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        set [WORDS...] {write} {open}
      lrp {open}
        list [WORDS...] {open}
      map {open}
        delete [WORDS...] {destructive} {open}
        events [WORDS...] {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
      metrics {open}
        list [WORDS...] {open}
      monitor [WORDS...] {open}
      multicast {open}
        add [WORDS...] {write} {open}
        del [WORDS...] {destructive} {open}
        list [WORDS...] {open}
      node {open}
        list [WORDS...] {open}
      nodeid {open}
        list [WORDS...] {open}
      policy {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        import [WORDS...] {write} {open}
        selectors [WORDS...] {open}
        trace [WORDS...] {open}
        validate [WORDS...] {open}
        wait [WORDS...] {open}
      post-uninstall-cleanup [WORDS...] {destructive} {open}
      prefilter {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
        update [WORDS...] {write} {open}
      preflight [WORDS...] {open}
      recorder {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        update [WORDS...] {write} {open}
      service {open}
        delete [WORDS...] {destructive} {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        update [WORDS...] {write} {open}
      shell [WORDS...] {open}
      statedb {open}
        dump [WORDS...] {open}
      status [WORDS...] {open}
      sysdump [WORDS...] {open}
      troubleshoot [WORDS...] {open}
      uninstall [WORDS...] {destructive} {open}
      upgrade [WORDS...] {write} {open}
      version [WORDS...] {open}
    """)
}
