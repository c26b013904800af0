enum Less {
  static let entry = ProgramEntry("less") { _ in program }

  private static let program = Program.shipped(
    .gnu, "less(1), less 590",
    """
    # `+COMMAND` is an operand.
    less [FILE:path...] {interactive}
      -? --help {alone}
      -a --search-skip-screen
      -A --SEARCH-SKIP-SCREEN
      -b --buffers=N
      -B --auto-buffers
      -c --clear-screen
      -C --CLEAR-SCREEN
      -d --dumb
      -D --color=COLOR...
      -e --quit-at-eof
      -E --QUIT-AT-EOF
      -f --force
      -F --quit-if-one-screen
      -g --hilite-search
      -G --HILITE-SEARCH
      -h --max-back-scroll=N
      -i --ignore-case
      -I --IGNORE-CASE
      -j --jump-target=N
      -J --status-column
      -k --lesskey-file=FILE:path
      --lesskey-src=FILE:path
      -K --quit-on-intr
      -L --no-lessopen
      -m --long-prompt
      -M --LONG-PROMPT
      -n --line-numbers
      -N --LINE-NUMBERS
      -o --log-file=FILE:path
      -O --LOG-FILE=FILE:path
      -p --pattern=PATTERN
      -P --prompt=PROMPT
      -q --quiet --silent
      -Q --QUIET --SILENT
      -r --raw-control-chars
      -R --RAW-CONTROL-CHARS
      -s --squeeze-blank-lines
      -S --chop-long-lines
      -t --tag=TAG
      -T --tag-file=FILE:path
      -u --underline-special
      -U --UNDERLINE-SPECIAL
      -V --version {alone}
      -w --hilite-unread
      -W --HILITE-UNREAD
      -x --tabs=N
      -X --no-init
      -y --max-forw-scroll=N
      -z --window=N
      -" --quotes=CHARACTERS
      -~ --tilde
      -# --shift=N
      --file-size
      --follow-name
      --incsearch
      --line-num-width=N
      --mouse
      --MOUSE
      --no-keypad
      --no-histdups
      --rscroll=C
      --save-marks
      --status-col-width=N
      --use-backslash
      --use-color
      --wheel-lines=N
    """)
}
