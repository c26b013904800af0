enum Grep {
  static let entry = ProgramEntry("grep", "egrep", "fgrep", "zgrep") { _ in program }

  private static let program = Program.shipped(
    .gnu, "grep(1), grep 3.8",
    """
    grep|egrep|fgrep|zgrep PATTERN [FILE:path...]
      -E --extended-regexp
      -F --fixed-strings
      -G --basic-regexp
      -P --perl-regexp
      -e --regexp=PATTERNS... {alone}
      -f --file=FILE:path {alone}
      -i --ignore-case
      --no-ignore-case
      -w --word-regexp
      -x --line-regexp
      -z --null-data
      -s --no-messages
      -v --invert-match
      -V --version {alone}
      --help {alone}
      -m --max-count=NUM
      -b --byte-offset
      -n --line-number
      --line-buffered
      -H --with-filename
      -h --no-filename
      --label=LABEL
      -o --only-matching
      -q --quiet --silent
      --binary-files=TYPE
      -a --text
      -I
      -d --directories=ACTION
      -D --devices=ACTION
      -r --recursive
      -R --dereference-recursive
      --include=GLOB...
      --exclude=GLOB...
      --exclude-from=FILE:path...
      --exclude-dir=GLOB...
      -L --files-without-match
      -l --files-with-matches
      -c --count
      -T --initial-tab
      -Z --null
      -B --before-context=NUM
      -A --after-context=NUM
      -C --context=NUM
      -NUM
      --group-separator=SEP
      --no-group-separator
      --colour --color[=WHEN]
      -U --binary
      --fixed-regexp
      --unix-byte-offsets
      -u
      -y
    """)
}
