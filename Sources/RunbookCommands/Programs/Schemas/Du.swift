enum Du {
  static let entry = ProgramEntry("du") { _ in program }

  private static let program = Program.shipped(
    .gnu, "du(1), coreutils 9.1",
    """
    du [FILE:path...]
      -0 --null
      -a --all
      --apparent-size
      -B --block-size=SIZE
      -b --bytes
      -c --total
      -D --dereference-args
      -d --max-depth=N
      --files0-from=F:path
      -H
      -h --human-readable
      --inodes
      -k
      -L --dereference
      -l --count-links
      -m
      -P --no-dereference
      -S --separate-dirs
      --si
      -s --summarize
      -t --threshold=SIZE
      --time[=WORD]
      --time-style=STYLE
      -X --exclude-from=FILE:path
      --exclude=PATTERN
      -x --one-file-system
      --help {alone}
      --version {alone}
      --status
    """)
}
