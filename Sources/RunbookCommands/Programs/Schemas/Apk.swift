/// Not every option is listed.
enum Apk {
  static let entry = ProgramEntry("apk") { _ in program }

  private static let program = Program.shipped(
    .gnu, "apk(8), apk-tools 2.14, from its documentation",
    """
    apk {open}
      -h --help {alone}
      -V --version {alone}
      -p --root[=VALUE]
      -X --repository[=VALUE]
      -q --quiet
      -v --verbose
      -i --interactive
      -f --force
      -U --update-cache
      -t --virtual[=VALUE]
      -u --upgrade
      -l --latest
      -s --simulate {dry}
      --no-cache
      --no-network
      --no-progress
      --no-scripts
      --allow-untrusted
      --arch[=VALUE]
      --cache-dir[=VALUE]
      --keys-dir[=VALUE]
      --repositories-file[=VALUE]
      --initdb
      --purge
      --rdepends
      --available
      --ignore
      --self-upgrade-only
      add [WORDS...] {write} {open}
      del [WORDS...] {destructive} {open}
      fix|update|upgrade [WORDS...] {write} {open}
      cache {open}
        clean|purge|download|sync [WORDS...] {write} {open}
      info|list|search|policy|dot|stats|audit|verify|version|manifest|query [WORDS...] {open}
      fetch|index|extract|convndx|mkndx|mkpkg|adbsign|adbdump [WORDS...] {write} {open}
    """)
}
