enum Promtool {
  static let entry = ProgramEntry("promtool") { _ in program }

  private static let program = Program.shipped(
    .pflag, "promtool --help, Prometheus 2.42",
    """
    promtool
      -h --help {alone}
      --version {alone}
      --enable-feature=FEATURE...
      help [WORDS...]
      check
        --extended {negatable}
        service-discovery CONFIG JOB
          --timeout=TIME:duration
        config CONFIG...
          --ignore-unknown-fields {negatable}
          --syntax-only {negatable}
          --lint=CHECKS
          --lint-fatal {negatable}
          --agent {negatable}
        web-config FILE...
        rules [FILE...]
          --ignore-unknown-fields {negatable}
          --lint=CHECKS
          --lint-fatal {negatable}
        metrics
        healthy {open}
        ready {open}
      query
        -o --format=FORMAT(promql|json)
        --http.config.file=FILE:path
        instant SERVER EXPRESSION
          --time=TIME
        range SERVER EXPRESSION
          --header=HEADER...
          --start=TIME
          --end=TIME
          --step=STEP
        series SERVER
          --match=SELECTOR... {required}
          --start=TIME
          --end=TIME
        labels SERVER NAME
          --match=SELECTOR...
          --start=TIME
          --end=TIME
        analyze {open}
      debug
        pprof SERVER
        metrics SERVER
        all SERVER
      test
        rules FILE... {open}
      push {write}
        metrics [WORDS...] {write} {open}
      promql [WORDS...] {open}
      tsdb
        bench
          write [FILE] {write}
            --out=DIR:path
            --metrics=COUNT:integer
            --scrapes=COUNT:integer
        analyze [DIR] [BLOCK]
          --limit=COUNT:integer
          --extended {negatable}
          --match=SELECTOR
        list [DIR]
          -r --human-readable {negatable}
        dump [DIR]
          --min-time=TIME
          --max-time=TIME
          --match=SELECTOR...
        dump-openmetrics [WORDS...] {open}
        create-blocks-from
          -r --human-readable {negatable}
          -q --quiet {negatable}
          openmetrics FILE [DIR] {write}
            --label=LABEL...
          rules FILE... {write}
            --url=URL
            --start=TIME {required}
            --end=TIME
            --output-dir=DIR:path
            --eval-interval=TIME:duration
    """)
}
