enum Rpm {
  static let entry = ProgramEntry("rpm") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rpm(8), rpm 4.18.0",
    """
    # popt(3) aliases are more than are listed.
    rpm [PACKAGE...] {open}
      -q --query
      -V --verify
      -i --install {write}
      -U --upgrade {write}
      -F --freshen {write}
      -e --erase {write}
      --reinstall {write}
      --restore {write}
      --import {write}
      --rebuilddb {write}
      --initdb {write}
      -a --all
      -f --file
      --path
      -g --group
      -p --package
      --whatconflicts
      --whatrequires
      --whatobsoletes
      --whatprovides
      --whatrecommends
      --whatsuggests
      --whatsupplements
      --whatenhances
      --triggeredby
      -c --configfiles
      -d --docfiles
      -L --licensefiles
      -A --artifactfiles
      --noghost
      --noconfig
      --noartifact
      --dump
      -l --list
      --qf --queryformat=FORMAT
      -s --state
      --last
      --changelog
      --scripts
      --provides
      --requires
      -R
      --conflicts
      --obsoletes
      --info
      -K --checksig
      --nofiledigest
      --nofiles
      --nodeps
      --noscript
      --noscripts
      --nodigest
      --nosignature
      --allfiles
      --allmatches
      --excludedocs
      --excludepath=PATH:path
      --force
      -h --hash
      --ignorearch
      --ignoreos
      --ignoresize
      --justdb
      --oldpackage
      --percent
      --prefix=DIR:path
      --relocate=OLD=NEW
      --replacefiles
      --replacepkgs
      --test
      -D --define=MACRO
      --undefine=MACRO
      -E --eval=EXPRESSION
      --target=PLATFORM
      --macros=FILE:path
      --rcfile=FILE:path
      -r --root=DIR:path
      --dbpath=DIR:path
      --querytags
      --showrc
      --quiet
      -v --verbose
      --version {alone}
      -? --help {alone}
    """)
}
