enum Awk {
  static let entry = ProgramEntry("awk", "gawk", "mawk", "nawk") { _ in program }

  private static let program = Program.shipped(
    .posix, "gawk(1), gawk 5.2.1",
    """
    awk|gawk|mawk|nawk PROGRAM [FILE:path...]
      -f --file=FILE:path... {alone}
      -F --field-separator=FS
      -v --assign=VAR=VALUE...
      -b --characters-as-bytes
      -c --traditional
      -C --copyright {alone}
      -d --dump-variables[=FILE:path]
      -D --debug[=FILE:path] {interactive}
      -e --source=PROGRAM {alone}
      -E --exec=FILE:path {alone}
      -g --gen-pot
      -h --help {alone}
      -i --include=FILE:path
      -I --trace
      -l --load=LIBRARY
      -L --lint[=VALUE]
      -M --bignum
      -N --use-lc-numeric
      -n --non-decimal-data
      -o --pretty-print[=FILE:path]
      -O --optimize
      -p --profile[=FILE:path]
      -P --posix
      -r --re-interval
      -s --no-optimize
      -S --sandbox
      -t --lint-old
      -V --version {alone}
      -W=OPTION
    """)
}
