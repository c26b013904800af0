enum AptGet {
  static let entry = ProgramEntry("apt-get") { _ in program }

  private static let program = Program.shipped(
    .gnu, "apt-get(8), apt 2.6.1",
    """
    apt-get
      -q --quiet[=LEVEL]
      -y --yes --assume-yes
      --assume-no
      -d --download-only
      -f --fix-broken
      -m --ignore-missing --fix-missing
      --no-download
      -s --simulate --just-print --dry-run --recon --no-act {dry}
      --install-recommends {negatable}
      --install-suggests {negatable}
      --show-upgraded {negatable}
      --no-show-upgraded
      -u
      -V --verbose-versions
      -a --host-architecture=ARCHITECTURE
      -P --build-profiles=PROFILES
      -b --compile --build
      --ignore-hold
      --with-new-pkgs
      --upgrade {negatable}
      --no-upgrade
      --only-upgrade
      --allow-downgrades
      --allow-remove-essential
      --allow-change-held-packages
      --force-yes
      --print-uris
      --purge
      --reinstall
      --list-cleanup {negatable}
      -t --target-release --default-release=RELEASE
      --trivial-only
      --mark-auto
      --remove {negatable}
      --no-remove
      --auto-remove --autoremove {negatable}
      --only-source
      --diff-only --dsc-only --tar-only
      --arch-only
      --indep-only
      --allow-unauthenticated
      --allow-insecure-repositories {negatable}
      --allow-releaseinfo-change {negatable}
      --show-progress {negatable}
      --with-source=FILE:path
      -e --error-on=KIND
      -h --help {alone}
      -v --version {alone}
      -c --config-file=FILE:path
      -o --option=NAME=VALUE...
      update {write}
      upgrade [PACKAGE...] {write}
      dist-upgrade [PACKAGE...] {write}
      full-upgrade [PACKAGE...] {write}
      dselect-upgrade {write}
      install [PACKAGE...] {write}
      reinstall PACKAGE... {write}
      remove [PACKAGE...] {write}
      purge [PACKAGE...] {destructive}
      autoremove|auto-remove [PACKAGE...] {write}
      autopurge [PACKAGE...] {destructive}
      clean|distclean|dist-clean {write}
      autoclean|auto-clean {write}
      check
      source PACKAGE... {write}
      build-dep PACKAGE... {write}
      satisfy DEPENDENCY... {write}
      download PACKAGE... {write}
      changelog PACKAGE...
      indextargets [WORD...]
      markauto PACKAGE... {write}
      unmarkauto PACKAGE... {write}
      moo
      help
    """)
}
