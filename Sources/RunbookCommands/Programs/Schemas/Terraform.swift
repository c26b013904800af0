/// Its options stand before the operands, with one dash or two.
enum Terraform {
  static let entry = ProgramEntry("terraform", "tofu") { _ in program }

  private static let program = Program.shipped(
    .goFlag, "terraform -help of 0.15.0; what 1.x added from its reference",
    """
    terraform|tofu
      -chdir=DIR:path
      -help {alone}
      -h {alone}
      -version {alone}
      init {write} {open}
        -backend
        -backend-config=CONFIG...
        -force-copy
        -from-module=SOURCE
        -get
        -input
        @lock
        -no-color
        -plugin-dir=DIR:path...
        -reconfigure
        -migrate-state
        -upgrade
        -lockfile=MODE
        -json
      validate {open}
        -json
        -no-color
      plan {open}
        @plan
        -destroy
        -detailed-exitcode
        -out=FILE:path
        -generate-config-out=FILE:path
      apply [PLAN:path] {destructive} {open}
        @plan
        -auto-approve
        -destroy
      destroy {destructive} {open}
        @plan
        -auto-approve
        -force
      refresh {write} {open}
        @plan
      console {interactive} {open}
        -state=FILE:path
        -var=NAME...
        -var-file=FILE:path...
      fmt [DIR:path...] {write} {open}
        -list
        -write
        -diff
        -check
        -no-color
        -recursive
      force-unlock LOCK {destructive}
        -force
      get [DIR:path] {write} {open}
        -update
        -no-color
      graph {open}
        -plan=FILE:path
        -draw-cycles
        -type=TYPE
        -module-depth=COUNT:integer
      import ADDRESS ID {write} {open}
        -config=DIR:path
        -allow-missing-config
        -input
        @lock
        -no-color
        -var=NAME...
        -var-file=FILE:path...
        -ignore-remote-version
        @state
      login [HOST] {write} {interactive}
      logout [HOST] {write}
      metadata [WORDS...] {open}
      modules {open}
      output [NAME] {open}
        -state=FILE:path
        -no-color
        -json
        -raw
      providers [DIR:path] {open}
        lock [PROVIDER...] {write} {open}
        -net-mirror=URL
        -fs-mirror=DIR:path
        -platform=PLATFORM...
        mirror DIR:path {write} {open}
        -platform=PLATFORM...
        schema {open}
      show [FILE:path] {open}
        -no-color
        -json
      state
        list [ADDRESS...] {open}
          -state=FILE:path
          -id=ID
        mv SOURCE TARGET {write} {open}
          -dry-run {dry}
          @lock
          @state
          -backup-out=FILE:path
          -ignore-remote-version
        pull {open}
        push FILE:path {destructive} {open}
          -force
          @lock
        replace-provider FROM TO {write} {open}
          -auto-approve
          @lock
          @state
        rm ADDRESS... {destructive} {open}
          -dry-run {dry}
          @lock
          @state
          -ignore-remote-version
        show ADDRESS {open}
          -state=FILE:path
      taint ADDRESS {write} {open}
        -allow-missing
        @lock
        @state
        -ignore-remote-version
      test {write} {open}
        -filter=FILE:path...
        -test-directory=DIR:path
        -var=NAME...
        -var-file=FILE:path...
      untaint ADDRESS {write} {open}
        -allow-missing
        @lock
        @state
        -ignore-remote-version
      version
        -json
      workspace
        list
        show
        select NAME {write}
          -or-create
        new NAME {write}
          @lock
          -state=FILE:path
        delete NAME {destructive}
          -force
          @lock
      env [WORDS...] {open} {use=workspace}
    """.including(fragments))

  /// Options that several verbs have.
  private static let fragments = [
    "lock": """
    -lock
    -lock-timeout=TIME:duration
    """,
    "state": """
    -state=FILE:path
    -state-out=FILE:path
    -backup=FILE:path
    """,
    "plan": """
    -compact-warnings
    -input
    @lock
    -no-color
    -parallelism=COUNT:integer
    -refresh
    -refresh-only
    -replace=ADDRESS...
    -target=ADDRESS...
    -var=NAME...
    -var-file=FILE:path...
    -json
    @state
    """,
  ]
}
