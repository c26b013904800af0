enum Dnf {
  static let entry = ProgramEntry("dnf", "yum", "microdnf") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dnf(8), dnf 4.14.0",
    """
    # Plugins bring verbs and options of their own.
    dnf|yum|microdnf {open}
      -c --config=FILE:path
      -q --quiet
      -v --verbose
      --version {alone}
      --installroot=DIR:path
      --nodocs
      --noplugins
      --enableplugin=PLUGIN
      --disableplugin=PLUGIN
      --releasever=VERSION
      --setopt=NAME=VALUE...
      --skip-broken
      -h --help --help-cmd {alone}
      --allowerasing
      -b --best
      --nobest
      -C --cacheonly
      -R --randomwait=MINUTES
      -d --debuglevel=LEVEL
      --debugsolver
      --showduplicates
      -e --errorlevel=LEVEL
      --obsoletes
      --rpmverbosity=LEVEL
      -y --assumeyes
      --assumeno
      --enablerepo=REPO...
      --disablerepo=REPO...
      --repo --repoid=REPO...
      --enable
      --disable
      -x --exclude --excludepkgs=PACKAGE...
      --disableexcludes --disableexcludepkgs=REPO
      --repofrompath=REPO
      --noautoremove
      --nogpgcheck
      --color=WHEN
      --refresh
      -4
      -6
      --destdir --downloaddir=DIR:path
      --downloadonly
      --comment=TEXT
      --bugfix
      --enhancement
      --newpackage
      --security
      --advisory --advisories=NAME...
      --bz --bzs=NAME...
      --cve --cves=NAME...
      --sec-severity --secseverity=LEVEL...
      --forcearch=ARCH
      alias [WORD...]
      autoremove [PACKAGE...] {write}
      check
      check-update|check-upgrade [PACKAGE...]
      clean [WORD...] {write}
      deplist [PACKAGE...]
      distro-sync|dsync [PACKAGE...] {write}
      downgrade PACKAGE... {write}
      group|groups|grp [WORD...] {write}
      groupinstall GROUP... {write}
      grouplist [WORD...]
      help [WORD...]
      history [WORD...]
      info [PACKAGE...]
      install PACKAGE... {write}
      localinstall PACKAGE... {write}
      list [WORD...]
      makecache [WORD...] {write}
      mark WORD... {write}
      module [WORD...] {write}
      provides|whatprovides|prov WORD...
      reinstall PACKAGE... {write}
      remove|erase|rm [PACKAGE...] {write}
      repoinfo [REPO...]
      repolist [REPO...]
      repoquery [WORD...]
      repository-packages [WORD...] {write}
      search WORD...
      shell [FILE:path] {write} {interactive}
      swap PACKAGE... {write}
      updateinfo [WORD...]
      upgrade|update|up [PACKAGE...] {write}
      upgrade-minimal|update-minimal [PACKAGE...] {write}
    """)
}
