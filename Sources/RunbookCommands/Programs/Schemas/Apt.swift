enum Apt {
  static let entry = ProgramEntry("apt") { _ in program }

  private static let program = Program.shipped(
    .gnu, "apt(8), apt 2.6.1",
    """
    apt {open}
      -q --quiet[=LEVEL]
      -y --yes --assume-yes
      --assume-no
      -d --download-only
      -f --fix-broken
      -m --fix-missing
      -s --simulate --dry-run --no-act {dry}
      --install-recommends {negatable}
      --install-suggests {negatable}
      --only-upgrade
      --allow-downgrades
      --purge
      --reinstall
      -t --target-release --default-release=RELEASE
      -a
      -h --help {alone}
      -v --version {alone}
      -c --config-file=FILE:path
      -o --option=NAME=VALUE...
      --installed
      --upgradable --upgradeable
      --all-versions
      list [PATTERN...]
      search REGEX...
      show PACKAGE...
      showsrc PACKAGE...
      policy [PACKAGE...]
      depends PACKAGE...
      rdepends PACKAGE...
      update {write}
      upgrade [PACKAGE...] {write}
      full-upgrade|dist-upgrade [PACKAGE...] {write}
      install [PACKAGE...] {write}
      reinstall PACKAGE... {write}
      remove [PACKAGE...] {write}
      purge [PACKAGE...] {destructive}
      autoremove|auto-remove [PACKAGE...] {write}
      autopurge [PACKAGE...] {destructive}
      clean {write}
      autoclean|auto-clean {write}
      edit-sources [FILE:path] {write} {interactive}
      satisfy DEPENDENCY... {write}
      build-dep PACKAGE... {write}
      source PACKAGE... {write}
      download PACKAGE... {write}
      changelog PACKAGE...
      help
    """)
}
