/// Not every verb and option is listed; the options are those of all verbs together.
enum Puppet {
  static let entry = ProgramEntry("puppet") { _ in program }

  private static let program = Program.shipped(
    .gnu, "puppet help, from its documentation",
    """
    puppet {open}
      -h
      --help
      -V
      --version
      -d
      --debug
      -v
      --verbose
      -t
      --test
      --noop {dry}
      --no-noop
      --environment=VALUE...
      --server=VALUE...
      --ca_port=VALUE...
      --tags=VALUE...
      --detailed-exitcodes
      --onetime
      --no-daemonize
      --waitforcert=VALUE...
      --certname=VALUE...
      --config=VALUE...
      --confdir=VALUE...
      --vardir=VALUE...
      --logdest=VALUE...
      -l=VALUE...
      --disable[=VALUE]...
      --enable
      --fingerprint
      --digest=VALUE...
      -e=VALUE...
      --execute=VALUE...
      --modulepath=VALUE...
      --catalog=VALUE...
      --show_diff
      --section=VALUE...
      --render-as=VALUE...
      --all
      --allow-dns-alt-names
      --dns_alt_names=VALUE...
      --clean
      --force
      --ignore-dependencies
      --module_repository=VALUE...
      --target-dir=VALUE...
      --puppetdb
      --evaltrace
      --graph
      --summarize
      --write-catalog-summary
      --explain
      --merge=VALUE...
      --node=VALUE...
      --default=VALUE...
      --facts=VALUE...
      --knock-out-prefix=VALUE...
      --compile
      --job-id=VALUE...
      --splay
      --use_last_environment
      --sourceaddress=VALUE...
      --localca
      --target=VALUE...
      agent [WORDS...] {write} {open}
      apply [WORDS...] {write} {open}
      catalog {open}
        apply [WORDS...] {write} {open}
        compile [WORDS...] {open}
        download [WORDS...] {open}
        find [WORDS...] {open}
        save [WORDS...] {open}
        select [WORDS...] {open}
      cert {write} {open}
        clean [WORDS...] {destructive} {open}
        generate [WORDS...] {write} {open}
        list [WORDS...] {open}
        print [WORDS...] {open}
        revoke [WORDS...] {destructive} {open}
        sign [WORDS...] {write} {open}
      config {open}
        delete [WORDS...] {destructive} {open}
        print [WORDS...] {open}
        set [WORDS...] {write} {open}
      describe [WORDS...] {open}
      device [WORDS...] {write} {open}
      doc [WORDS...] {open}
      epp {open}
        dump [WORDS...] {open}
        render [WORDS...] {open}
        validate [WORDS...] {open}
      facts {open}
        find [WORDS...] {open}
        show [WORDS...] {open}
        upload [WORDS...] {write} {open}
        diff [WORDS...] {open}
      filebucket {open}
        backup [WORDS...] {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        restore [WORDS...] {write} {open}
        diff [WORDS...] {open}
      generate [WORDS...] {write} {open}
      help [WORDS...] {open}
      lookup [WORDS...] {open}
      module {open}
        build [WORDS...] {write} {open}
        changes [WORDS...] {open}
        generate [WORDS...] {write} {open}
        install [WORDS...] {write} {open}
        list [WORDS...] {open}
        search [WORDS...] {open}
        uninstall [WORDS...] {destructive} {open}
        upgrade [WORDS...] {write} {open}
      node {open}
        clean [WORDS...] {destructive} {open}
        deactivate [WORDS...] {destructive} {open}
        find [WORDS...] {open}
        ttl [WORDS...] {open}
        status [WORDS...] {open}
      parser {open}
        dump [WORDS...] {open}
        validate [WORDS...] {open}
      plugin {open}
        download [WORDS...] {write} {open}
      report {open}
        find [WORDS...] {open}
        save [WORDS...] {write} {open}
      resource [WORDS...] {open}
      script [WORDS...] {write} {open}
      ssl {open}
        bootstrap [WORDS...] {write} {open}
        clean [WORDS...] {destructive} {open}
        generate_request [WORDS...] {write} {open}
        submit_request [WORDS...] {write} {open}
        download_cert [WORDS...] {write} {open}
        show [WORDS...] {open}
        verify [WORDS...] {open}
      status {open}
        find [WORDS...] {open}
      infrastructure {open}
        status [WORDS...] {open}
    """)
}
