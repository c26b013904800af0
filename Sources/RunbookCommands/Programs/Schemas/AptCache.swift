// swift-format-ignore-file
/// Options are listed from its own help and page; how they may be combined is not.
enum AptCache {
  static let entry = ProgramEntry("apt-cache") { _ in program }

  private static let program = Program.shipped(
    .gnu, "apt-cache(8), apt 3.3 and 2.6",
    """
    apt-cache
      -g --generate
      -t --target-release[=VALUE]...
      -S --snapshot[=VALUE]...
      -p --pkg-cache[=VALUE]...
      -s --src-cache[=VALUE]...
      --with-source[=VALUE]...
      -h --help {alone}
      -v --version {alone}
      --color
      -q --quiet
      --audit
      --cli-version[=VALUE]...
      -i --important
      --no-breaks --no-depends --no-suggests --no-replaces --no-enhances --no-conflicts --no-recommends --no-pre-depends
      --implicit
      -f --full
      -a --all-versions
      -n --names-only
      --all-names
      --recurse
      --installed
      -c --config-file
      -o --option
      --no-color
      gencaches {write} {open}
      showpkg|showsrc|show|policy|madison|depends|rdepends|dotty|xvcg|search [WORDS...] {open}
      stats|dump|dumpavail|unmet|pkgnames|showauto [WORDS...] {open}
    """)
}
