/// What follows the package is the program's own.
enum Npx {
  static let entry = ProgramEntry("npx") { _ in program }

  private static let program = Program.shipped(
    .gnu, "npx --help, npm 12.2",
    """
    npx [PACKAGE] [WORDS:tail...] {leading}
      -p --package=PACKAGE...
      -c --call=COMMAND
      -w --workspace=NAME...
      --workspaces
      --include-workspace-root
      -y --yes
      -n --no
      -q --quiet
      --no-install
      --ignore-existing
      --registry=ADDRESS
      --prefer-online
      --prefer-offline
      --offline
      --cache=DIR
      --userconfig=FILE
      --node-options=OPTIONS
      -h --help {alone}
      -v --version {alone}
    """)
}
