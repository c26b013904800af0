/// Not every verb and option is listed; the options are those of all verbs together.
enum Packer {
  static let entry = ProgramEntry("packer") { _ in program }

  private static let program = Program.shipped(
    .goFlag, "packer, from its documentation",
    """
    packer {open}
      -color
      -debug
      -except=VALUE...
      -only=VALUE...
      -force
      -machine-readable
      -on-error=VALUE...
      -parallel-builds=VALUE...
      -timestamp-ui
      -var=VALUE...
      -var-file=VALUE...
      -warn-on-undeclared-var
      -ignore-prerelease-plugins
      -use-sequential-evaluation
      -check
      -diff
      -write
      -recursive
      -upgrade
      -syntax-only
      -evaluate-datasources
      -output-file=VALUE...
      -with-annotations
      -h
      -help
      --help
      -version
      -v
      -path=VALUE...
      -config-type=VALUE...
      -parallel
      build [WORDS...] {write} {open}
      console [WORDS...] {open}
      fix [WORDS...] {open}
      fmt [WORDS...] {write} {open}
      hcl2_upgrade [WORDS...] {write} {open}
      init [WORDS...] {write} {open}
      inspect [WORDS...] {open}
      plugins {open}
        install [WORDS...] {write} {open}
        installed [WORDS...] {open}
        remove [WORDS...] {destructive} {open}
        required [WORDS...] {open}
      validate [WORDS...] {open}
      version [WORDS...] {open}
    """)
}
