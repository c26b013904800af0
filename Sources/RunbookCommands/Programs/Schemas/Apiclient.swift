/// `raw` is the verb that may be left out.
enum Apiclient {
  static let entry = ProgramEntry("apiclient") { _ in program }

  private static let program = Program.shipped(
    Dialect(clusters: false), "bottlerocket-core-kit, sources/api/apiclient/src/main.rs",
    """
    apiclient
      -s --socket-path=PATH:path
      --log-level=LEVEL(trace|debug|info|warn|error)
      -v --verbose
      -h --help {alone}
      @raw
      raw
        @raw
      apply [URI...] {write}
      get [PREFIX...]
        --exclude=PREFIX...
        --canonicalize
      set [SETTING...] {write}
        -j --json=JSON {alone}
      network
        configure [URI] {write}
      update
        check
        apply {write}
          -c --check
          -r --reboot {destructive}
        cancel {write}
      lockdown {destructive}
      reboot {destructive}
      exec TARGET COMMAND:command(TARGET)... {leading}
        -t --tty {interactive}
        -T --no-tty
      report
        cis
          -f --format=FORMAT(text|json)
          -l --level=LEVEL(1|2)
        cis-k8s
          -f --format=FORMAT(text|json)
          -l --level=LEVEL(1|2)
        fips
          -f --format=FORMAT(text|json)
      ephemeral-storage
        init {destructive}
          -t --filesystem=TYPE(ext4|xfs)
          --disks=DISK {many}
          --ebs-volumes=VOLUME {many}
          --prefer=PREFERENCE {many}
        bind {write}
          --dirs=DIR:path {many}
        list-disks
          -f --format=FORMAT(text|json)
        list-ebs-volumes
          -f --format=FORMAT(text|json)
        list-dirs
          -f --format=FORMAT(text|json)
    """.including(fragments))

  /// Options that several verbs have.
  private static let fragments = [
    "raw": """
    -u --uri=URI
    -m -X --method=METHOD
    -d --data=DATA {write}
    """
  ]
}
