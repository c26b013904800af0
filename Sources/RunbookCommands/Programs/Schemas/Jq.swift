/// With `-f` the filter comes from the file that stands in its place.
enum Jq {
  static let entry = ProgramEntry("jq") { _ in program }

  private static let program = Program.shipped(
    .init(), "jq(1), 1.6 and 1.7",
    """
    jq [FILTER] [FILE...]
      -n --null-input
      -R --raw-input
      -s --slurp
      -c --compact-output
      -r --raw-output
      --raw-output0
      -j --join-output
      -a --ascii-output
      -S --sort-keys
      -C --color-output
      -M --monochrome-output
      --tab
      --indent=N:integer
      --unbuffered
      --stream
      --stream-errors
      --seq
      --argfile=NAME... {two}
      -f --from-file
      -L=DIR...
      -e --exit-status
      --binary -b
      --arg=NAME... {two}
      --argjson=NAME... {two}
      --slurpfile=NAME... {two}
      --rawfile=NAME... {two}
      --args
      --jsonargs
      --debug-dump-disasm
      --debug-trace[=WHAT]
      --run-tests {alone}
      -h --help {alone}
      -V --version {alone}
      --build-configuration {alone}
    """)
}
