enum Azure {
  static let entry = ProgramEntry("az", readsWords: true) { tree.program(for: $0) }

  /// Extensions bring commands of their own.
  static let tree = CommandTree(
    "az", source: source,
    common: """
        -h --help {alone}
        -o --output=FORMAT
        --query=JMESPATH
        --subscription=NAME
        --debug
        --verbose
        --only-show-errors
        --version {alone}
      """, commands)
}
