/// Others may add verbs; options are not listed.
enum Brew {
  static let entry = ProgramEntry("brew") { _ in program }

  private static let program = Program.shipped(
    .gnu, "brew commands, from its documentation",
    """
    brew {plugins} {open}
      --version {alone}
      --prefix
      --cellar
      --cache
      --repository
      --env
      -h --help {alone}
      -v --verbose
      -q --quiet
      -d --debug
      install|upgrade|update|reinstall|tap|link|unlink|pin|unpin|postinstall|bundle|migrate|analytics|fetch|developer|create|edit|bump|extract|switch|update-reset|tap-new [WORDS...] {write} {open}
        -n --dry-run {dry}
        --cask --casks
        --formula --formulae
        -f --force
      uninstall|remove|rm|untap|autoremove|cleanup [WORDS...] {destructive} {open}
        -n --dry-run {dry}
        --cask --casks
        --formula --formulae
        --zap
        -f --force
        --ignore-dependencies
        -s
        --prune[=DAYS]
      services {open}
        list|info [WORDS...] {open}
        start|stop|restart|run|kill|cleanup [WORDS...] {write} {open}
      list|ls|info|abv|search|outdated|deps|uses|doctor|dr|config|commands|desc|home|homepage|leaves|log|missing|options|cat|shellenv|formulae|casks|tap-info|audit|style|test|docs|gist-logs|help|which-formula|livecheck|readall|typecheck [WORDS...] {open}
    """)
}
