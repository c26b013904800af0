/// A verb that is not listed is a script of the package.
enum Yarn {
  static let entry = ProgramEntry("yarn") { _ in program }

  private static let program = Program.shipped(
    .gnu, "yarn 1.22 help and the verbs of yarn 4, from their documentation",
    """
    yarn [WORDS...] {plugins} {open}
      -v --version {alone}
      -h --help {alone}
      --cwd=DIR:path
      --frozen-lockfile
      --immutable
      --production
      --ignore-scripts
      --network-timeout=MILLISECONDS
      --silent
      --json
      add|autoclean|build|dedupe|generate-lock-entry|import|init|install|link|login|logout|owner|pack|patch|patch-commit|plugin|publish|rebuild|set|start|stage|tag|team|unlink|unplug|upgrade|up|upgrade-interactive|global|create|dlx|exec|workspace|workspaces|run|node [WORDS...] {write} {open}
      remove [WORDS...] {write} {open}
      audit|bin|check|config|constraints|explain|help|info|licenses|list|outdated|search|test|version|versions|why|npm|cache [WORDS...] {open}
    """)
}
