/// A verb that is not listed is a script of the package.
enum Pnpm {
  static let entry = ProgramEntry("pnpm") { _ in program }

  private static let program = Program.shipped(
    .gnu, "pnpm, from its documentation",
    """
    pnpm [WORDS...] {plugins} {open}
      -v --version {alone}
      -h --help {alone}
      -C --dir=DIR:path
      -r --recursive
      -w --workspace-root
      -F --filter=PATTERN...
      -g --global
      -D --save-dev
      -P --prod
      --frozen-lockfile
      --lockfile-only
      --offline
      --prefer-offline
      --ignore-scripts
      --reporter=NAME
      --silent
      add|install|i|ci|update|up|upgrade|import|link|ln|unlink|rebuild|rb|prune|fetch|dedupe|patch|patch-commit|patch-remove|create|dlx|exec|run|start|deploy|publish|pack|setup|init|env|server|store|approve-builds|self-update|install-test|it [WORDS...] {write} {open}
      remove|rm|uninstall|un [WORDS...] {write} {open}
      audit|list|ls|outdated|why|licenses|root|bin|test|t|config|doctor|cat-file|cat-index|find-hash|help [WORDS...] {open}
    """)
}
