enum K9s {
  static let entry = ProgramEntry("k9s") { _ in program }

  private static let program = Program.shipped(
    .pflag, "k9s, from its documentation",
    """
    k9s {alone} {interactive} {open}
      -A --all-namespaces
      -n --namespace=VALUE
      -c --command=VALUE
      -l --logLevel=VALUE
      -r --refresh=VALUE
      --as=VALUE
      --as-group=VALUE...
      --cluster=VALUE
      --context=VALUE
      --kubeconfig=VALUE
      --logFile=VALUE
      --readonly
      --write
      --headless
      --logoless
      --crumbsless
      --splashless
      --user=VALUE
      --token=VALUE
      --request-timeout=VALUE
      --screen-dump-dir=VALUE
      --insecure-skip-tls-verify
      -h --help {alone}
      completion [WORDS...] {open}
      info {open}
      version {open}
        -s --short
    """)
}
