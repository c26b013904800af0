enum Make {
  static let entry = ProgramEntry("make", "gmake") { _ in program }

  private static let program = Program.shipped(
    .gnu, "make --help, GNU Make 4.3",
    """
    make [TARGET...] {write}
      -b -m
      -B --always-make
      -C --directory=DIRECTORY
      -d
      --debug[=FLAGS]
      -e --environment-overrides
      -E --eval=STRING
      -f --file --makefile=FILE
      -h --help
      -i --ignore-errors
      -I --include-dir=DIRECTORY
      -j --jobs[=N:integer] {next}
      -k --keep-going
      -l --load-average --max-load[=N:integer] {next}
      -L --check-symlink-times
      -n --just-print --dry-run --recon {dry}
      -o --old-file --assume-old=FILE
      -O --output-sync[=TYPE]
      -p --print-data-base
      -q --question
      -r --no-builtin-rules
      -R --no-builtin-variables
      -s --silent --quiet
      --no-silent
      -S --no-keep-going --stop
      -t --touch
      --trace
      -v --version
      -w --print-directory
      --no-print-directory
      -W --what-if --new-file --assume-new=FILE
      --warn-undefined-variables
    """)
}
