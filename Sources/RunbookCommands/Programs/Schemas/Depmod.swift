enum Depmod {
  static let entry = ProgramEntry("depmod") { _ in program }

  private static let program = Program.shipped(
    .gnu, "depmod(8), kmod 34 and 30",
    """
    depmod [WORDS...] {write}
      -a --all
      -A --quick
      -e --errsyms
      -n --show {dry}
      -P --symbol-prefix=VALUE...
      -C --config=VALUE...
      -v --verbose
      -w --warn
      -V --version {alone}
      -h --help {alone}
      -b --basedir=VALUE...
      -m --moduledir=VALUE...
      -o --outdir=VALUE...
      -F --filesyms=VALUE...
      -E --symvers=VALUE...
      --dry-run {dry}
      --dirname=VALUE...
      --dump-modversions
      --field=VALUE...
      --force
      --format=VALUE...
      --modname
      --quiet
      --set-version=VALUE...
      --show-exports
      --syslog
      --map
      --root
      --unresolved-error
      -q
      -r
      -u
    """)
}
