/// Not every verb and option is listed; the options are those of all verbs together.
enum Nomad {
  static let entry = ProgramEntry("nomad") { _ in program }

  private static let program = Program.shipped(
    .goFlag, "nomad, from its documentation",
    """
    nomad {open}
      -address=VALUE...
      -region=VALUE...
      -namespace=VALUE...
      -ca-cert=VALUE...
      -ca-path=VALUE...
      -client-cert=VALUE...
      -client-key=VALUE...
      -tls-server-name=VALUE...
      -tls-skip-verify
      -token=VALUE...
      -no-color
      -force-color
      -config=VALUE...
      -dev
      -server
      -client
      -data-dir=VALUE...
      -bind=VALUE...
      -node=VALUE...
      -dc=VALUE...
      -bootstrap-expect=VALUE...
      -detach
      -verbose
      -check-index=VALUE...
      -policy-override
      -vault-token=VALUE...
      -consul-token=VALUE...
      -var=VALUE...
      -var-file=VALUE...
      -json
      -hcl1
      -hcl2-strict
      -output
      -preserve-counts
      -eval-priority=VALUE...
      -diff
      -purge
      -global
      -yes
      -no-shutdown-delay
      -deadline=VALUE...
      -force
      -ignore-system
      -enable
      -disable
      -self
      -keep-ineligible
      -no-deadline
      -monitor
      -m=VALUE...
      -t=VALUE...
      -f
      -tail
      -n=VALUE...
      -c=VALUE...
      -stderr
      -stdout
      -task=VALUE...
      -job
      -short
      -stats
      -per-page=VALUE...
      -page-token=VALUE...
      -filter=VALUE...
      -os
      -quiet
      -allocs
      -all-allocs
      -evals
      -type=VALUE...
      -name=VALUE...
      -policy=VALUE...
      -ttl=VALUE...
      -duration=VALUE...
      -interval=VALUE...
      -log-level=VALUE...
      -node-id=VALUE...
      -server-id=VALUE...
      -stale
      -capture=VALUE...
      -id=VALUE...
      -meta=VALUE...
      -payload=VALUE...
      -idempotency-token=VALUE...
      -i
      -e=VALUE...
      -group=VALUE...
      -wait=VALUE...
      -on-failure
      -job-id=VALUE...
      -all-tasks
      -reschedule
      -version=VALUE...
      -help
      -h
      -peer-id=VALUE...
      -peer-address=VALUE...
      -detailed
      -cas
      -out=VALUE...
      -in=VALUE...
      -file-max-size=VALUE...
      -delete
      -mount
      -initial-status
      acl {open}
        auth-method [WORDS...] {open}
        binding-rule [WORDS...] {open}
        bootstrap [WORDS...] {write} {open}
        policy [WORDS...] {open}
        role [WORDS...] {open}
        token [WORDS...] {open}
      agent [WORDS...] {write} {open}
      agent-info [WORDS...] {open}
      alloc {open}
        checks [WORDS...] {open}
        exec [WORDS...] {write} {open}
        fs [WORDS...] {open}
        logs [WORDS...] {open}
        pause [WORDS...] {write} {open}
        restart [WORDS...] {write} {open}
        signal [WORDS...] {write} {open}
        status [WORDS...] {open}
        stop [WORDS...] {write} {open}
      config {open}
        validate [WORDS...] {open}
      deployment {open}
        fail [WORDS...] {write} {open}
        list [WORDS...] {open}
        pause [WORDS...] {write} {open}
        promote [WORDS...] {write} {open}
        resume [WORDS...] {write} {open}
        status [WORDS...] {open}
        unblock [WORDS...] {write} {open}
      eval {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
        status [WORDS...] {open}
      exec [WORDS...] {write} {open}
      fmt [WORDS...] {write} {open}
      fs [WORDS...] {open}
      inspect [WORDS...] {open}
      job {open}
        action [WORDS...] {write} {open}
        allocs [WORDS...] {open}
        deployments [WORDS...] {open}
        dispatch [WORDS...] {write} {open}
        eval [WORDS...] {write} {open}
        history [WORDS...] {open}
        init [WORDS...] {write} {open}
        inspect [WORDS...] {open}
        periodic [WORDS...] {open}
        plan [WORDS...] {open}
        promote [WORDS...] {write} {open}
        restart [WORDS...] {write} {open}
        revert [WORDS...] {write} {open}
        run [WORDS...] {write} {open}
        scale [WORDS...] {write} {open}
        scaling-events [WORDS...] {open}
        start [WORDS...] {write} {open}
        status [WORDS...] {open}
        stop [WORDS...] {destructive} {open}
        tag [WORDS...] {open}
        validate [WORDS...] {open}
      init [WORDS...] {write} {open}
      license {open}
        get [WORDS...] {open}
        inspect [WORDS...] {open}
      login [WORDS...] {write} {open}
      logs [WORDS...] {open}
      monitor [WORDS...] {open}
      namespace {open}
        apply [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        inspect [WORDS...] {open}
        list [WORDS...] {open}
        status [WORDS...] {open}
      node {open}
        config [WORDS...] {open}
        drain [WORDS...] {write} {open}
        eligibility [WORDS...] {write} {open}
        intro [WORDS...] {open}
        meta [WORDS...] {open}
        pool [WORDS...] {open}
        status [WORDS...] {open}
      operator {open}
        api [WORDS...] {open}
        autopilot [WORDS...] {open}
        client-state [WORDS...] {open}
        debug [WORDS...] {open}
        gossip [WORDS...] {open}
        metrics [WORDS...] {open}
        raft [WORDS...] {open}
        root [WORDS...] {open}
        scheduler [WORDS...] {open}
        snapshot [WORDS...] {open}
        utilization [WORDS...] {open}
      plan [WORDS...] {open}
      plugin {open}
        status [WORDS...] {open}
      quota {open}
        apply [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        init [WORDS...] {write} {open}
        inspect [WORDS...] {open}
        list [WORDS...] {open}
        status [WORDS...] {open}
      recommendation {open}
        apply [WORDS...] {write} {open}
        dismiss [WORDS...] {write} {open}
        info [WORDS...] {open}
        list [WORDS...] {open}
      restart [WORDS...] {write} {open}
      run [WORDS...] {write} {open}
      scaling {open}
        policy [WORDS...] {open}
      sentinel {open}
        apply [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        list [WORDS...] {open}
        read [WORDS...] {open}
      server {open}
        force-leave [WORDS...] {destructive} {open}
        join [WORDS...] {write} {open}
        members [WORDS...] {open}
      service {open}
        delete [WORDS...] {destructive} {open}
        info [WORDS...] {open}
        list [WORDS...] {open}
      setup [WORDS...] {write} {open}
      start [WORDS...] {write} {open}
      status [WORDS...] {open}
      stop [WORDS...] {destructive} {open}
      system {open}
        gc [WORDS...] {write} {open}
        reconcile [WORDS...] {write} {open}
      tls {open}
        ca [WORDS...] {open}
        cert [WORDS...] {open}
      ui [WORDS...] {open}
      validate [WORDS...] {open}
      var {open}
        get [WORDS...] {open}
        init [WORDS...] {write} {open}
        list [WORDS...] {open}
        lock [WORDS...] {open}
        purge [WORDS...] {destructive} {open}
        put [WORDS...] {write} {open}
      version [WORDS...] {open}
      volume {open}
        claim [WORDS...] {open}
        create [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        deregister [WORDS...] {destructive} {open}
        detach [WORDS...] {write} {open}
        init [WORDS...] {write} {open}
        register [WORDS...] {write} {open}
        snapshot [WORDS...] {open}
        status [WORDS...] {open}
      node-drain [WORDS...] {write} {open}
      node-status [WORDS...] {open}
      server-members [WORDS...] {open}
    """)
}
