/// Plugins add verbs; options are not listed.
enum Poetry {
  static let entry = ProgramEntry("poetry") { _ in program }

  private static let program = Program.shipped(
    .pflag, "poetry list, 2.x: names alone",
    """
    poetry {plugins} {open}
      -h --help {alone}
      -V --version {alone}
      -q --quiet
      -n --no-interaction
      -v --verbose
      -C --directory=DIR:path
      -P --project=DIR:path
      --ansi
      --no-ansi
      --no-plugins
      --no-cache
      about|check|search|show|list|help|version|config [WORDS...] {open}
      add|build|export|init|install|lock|new|publish|sync|update|shell [WORDS...] {write} {open}
        --dry-run {dry}
      remove [WORDS...] {write} {open}
        --dry-run {dry}
      run [COMMAND:command(same)...] {write} {open} {leading}
      cache|debug|env|self|source|python {open}
        list|info|show|tags|resolve|lock|update|sync|install|add|use|activate [WORDS...] {open}
        clear|remove [WORDS...] {destructive} {open}
    """)
}
