/// Not every verb and option is listed; the options are those of all verbs together.
enum Kind {
  static let entry = ProgramEntry("kind") { _ in program }

  private static let program = Program.shipped(
    .pflag, "kind --help, from its documentation",
    """
    kind {open}
      -h
      --help
      --loglevel=VALUE...
      -q
      --quiet
      -v=VALUE...
      --verbosity=VALUE...
      --name=VALUE...
      --config=VALUE...
      --image=VALUE...
      --kubeconfig=VALUE...
      --retain
      --wait=VALUE...
      --internal
      --all
      -A
      --type=VALUE...
      --base-image=VALUE...
      --nodes=VALUE...
      --version
      build {write} {open}
        node-image [WORDS...] {write} {open}
      completion [WORDS...] {open}
      create {write} {open}
        cluster [WORDS...] {write} {open}
      delete {destructive} {open}
        cluster [WORDS...] {destructive} {open}
        clusters [WORDS...] {destructive} {open}
      export {open}
        kubeconfig [WORDS...] {write} {open}
        logs [WORDS...] {open}
      get {open}
        clusters [WORDS...] {open}
        kubeconfig [WORDS...] {open}
        nodes [WORDS...] {open}
      load {write} {open}
        docker-image [WORDS...] {write} {open}
        image-archive [WORDS...] {write} {open}
      version [WORDS...] {open}
    """)
}
