enum Diff {
  static let entry = ProgramEntry("diff") { _ in program }

  private static let program = Program.shipped(
    .gnu, "diff(1), diffutils 3.8",
    """
    diff FILE1:path [FILE2:path...]
      --normal
      -q --brief
      -s --report-identical-files
      -c
      -C=NUM
      --context[=NUM]
      -u
      -U=NUM
      --unified[=NUM]
      -e --ed
      -n --rcs
      -y --side-by-side
      -W --width=NUM
      --left-column
      --suppress-common-lines
      -p --show-c-function
      -F --show-function-line=RE
      --label=LABEL
      -t --expand-tabs
      -T --initial-tab
      --tabsize=NUM
      --suppress-blank-empty
      -l --paginate
      -r --recursive
      --no-dereference
      -N --new-file
      --unidirectional-new-file
      --ignore-file-name-case
      --no-ignore-file-name-case
      -x --exclude=PAT
      -X --exclude-from=FILE:path
      -S --starting-file=FILE:path
      --from-file=FILE1 {alone}
      --to-file=FILE2 {alone}
      -i --ignore-case
      -E --ignore-tab-expansion
      -Z --ignore-trailing-space
      -b --ignore-space-change
      -w --ignore-all-space
      -B --ignore-blank-lines
      -I --ignore-matching-lines=RE
      -a --text
      --strip-trailing-cr
      -D --ifdef=NAME
      --GTYPE-group-format=GFMT
      --line-format=LFMT
      --LTYPE-line-format=LFMT
      -d --minimal
      --horizon-lines=NUM
      --speed-large-files
      --color[=WHEN]
      --palette=PALETTE
      --help {alone}
      -v --version {alone}
      -f
      -h
      -H
      -L=VALUE
      -P
    """)
}
