enum Ceph {
  static let entry = ProgramEntry("ceph") { _ in program }

  private static let program = Program.shipped(
    .pflag, "ceph(8), 16.2",
    """
    ceph {open}
      status {open}
      health [WORDS...] {open}
      df [WORDS...] {open}
      versions {open}
      version {open}
      quorum_status {open}
      log [WORDS...] {open}
      report [WORDS...] {open}
      tell [WORDS...] {write} {open}
      time-sync-status {open}
      osd {write} {open}
        tree [WORDS...] {open}
        df [WORDS...] {open}
        status [WORDS...] {open}
        stat {open}
        dump [WORDS...] {open}
        perf|getmaxosd|getmap|getcrushmap|count-metadata|numa-status {open}
        find [WORDS...] {open}
        metadata [WORDS...] {open}
        ls [WORDS...] {open}
        lspools {open}
        blocked-by {open}
        utilization {open}
        ok-to-stop [WORDS...] {open}
        safe-to-destroy [WORDS...] {open}
        out [WORDS...] {write} {open}
        in [WORDS...] {write} {open}
        down [WORDS...] {write} {open}
        set [WORDS...] {write} {open}
        unset [WORDS...] {write} {open}
        reweight [WORDS...] {write} {open}
        crush [WORDS...] {write} {open}
        pool [WORDS...] {write} {open}
        purge [WORDS...] {destructive} {open}
        destroy [WORDS...] {destructive} {open}
        rm [WORDS...] {destructive} {open}
      mon|mgr|mds|fs|pg|auth|config|crash|daemon|orch|device|config-key [WORDS...] {write} {open}
        ls|list|dump|stat|status|show|get|info|versions|metadata|ls-new|get-key|print-key|log|ps|host|services|module|query|dump_stuck|perf [WORDS...] {open}
      -s --status
      -w --watch {endless}
      -f --format=FORMAT
      -c --conf=FILE:path
      -n --name=NAME
      -k --keyring=FILE:path
      --cluster=NAME
      --connect-timeout=SECONDS
      -v --version {alone}
      -h --help {alone}
    """)
}
