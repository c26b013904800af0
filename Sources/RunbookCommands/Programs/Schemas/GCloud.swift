enum GCloud {
  static let entry = ProgramEntry("gcloud", readsWords: true) { tree.program(for: $0) }

  static let tree = CommandTree(
    "gcloud", source: "the reference of gcloud",
    common: """
        -h --help {alone}
        --version {alone}
        --account=ACCOUNT
        --access-token-file=FILE:path
        --billing-project=PROJECT
        --configuration=NAME
        --flags-file=FILE:path
        --flatten=KEYS
        --format=FORMAT
        --impersonate-service-account=ACCOUNT
        --log-http
        --project=PROJECT
        -q --quiet
        --trace-token=TOKEN
        --user-output-enabled
        --no-user-output-enabled
        --verbosity=LEVEL
        --filter=EXPRESSION
        --limit=COUNT
        --page-size=COUNT
        --sort-by=FIELDS
        --uri
        --async
        --region=NAME
        --zone=NAME
        --location=NAME
      """, prefixes: ["alpha", "beta", "preview"], commands)
}
