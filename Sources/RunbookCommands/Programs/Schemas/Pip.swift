enum Pip {
  static let entry = ProgramEntry("pip", "pip3") { _ in program }

  private static let program = Program.shipped(
    .argparse, "pip --help, pip 23.2",
    """
    pip {open}
      install [REQUIREMENT...] {write} {open}
        -r --requirement=FILE:path...
        -U --upgrade
        -t --target=DIR:path
        --user
        -e --editable=PATH:path...
        -i --index-url=URL
      download [REQUIREMENT...] {write} {open}
      uninstall [PACKAGE...] {destructive} {open}
        -y --yes
        -r --requirement=FILE:path...
      freeze {open}
      inspect {open}
      list {open}
      show PACKAGE... {open}
      check {open}
      config [WORDS...] {write} {open}
      search [QUERY...] {open}
      cache [WORDS...] {write} {open}
      index [WORDS...] {open}
      wheel [REQUIREMENT...] {write} {open}
      hash FILE... {open}
      completion {open}
      debug {open}
      help [COMMAND]
      -h --help {alone}
      -V --version {alone}
      -v --verbose
      -q --quiet
    """)
}
