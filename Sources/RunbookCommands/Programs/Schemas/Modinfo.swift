enum Modinfo {
  static let entry = ProgramEntry("modinfo") { _ in program }

  private static let program = Program.shipped(
    .gnu, "modinfo(8), kmod 34 and 30",
    """
    modinfo MODULE...
      -a --author
      -d --description
      -l --license
      -p --parameters
      -n --filename
      -0 --null
      -m --modname
      -F --field=VALUE...
      -k --set-version=VALUE...
      -b --basedir=VALUE...
      -V --version {alone}
      -h --help {alone}
      --format=VALUE...
      --quiet
      --symbol-prefix=VALUE...
      --syslog
      --verbose
      --warn
      --map
    """)
}
