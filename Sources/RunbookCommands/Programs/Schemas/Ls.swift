enum Ls {
  static let entry = ProgramEntry("ls") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ls(1), coreutils 9.1",
    """
    ls [FILE:path...]
      -a --all
      -A --almost-all
      --author
      -b --escape
      --block-size=SIZE
      -B --ignore-backups
      -c
      -C
      --color[=WHEN]
      -d --directory
      -D --dired
      -f
      -F
      --classify[=WHEN]
      --file-type
      --format=WORD
      --full-time
      -g
      --group-directories-first
      -G --no-group
      -h --human-readable
      --si
      -H --dereference-command-line
      --dereference-command-line-symlink-to-dir
      --hide=PATTERN
      --hyperlink[=WHEN]
      -p
      --indicator-style=WORD
      -i --inode
      -I --ignore=PATTERN
      -k --kibibytes
      -l
      -L --dereference
      -m
      -n --numeric-uid-gid
      -N --literal
      -o
      -q --hide-control-chars
      --show-control-chars
      -Q --quote-name
      --quoting-style=WORD
      -r --reverse
      -R --recursive
      -s --size
      -S
      --sort=WORD
      --time=WORD
      --time-style=TIME_STYLE
      -t
      -T --tabsize=COLS
      -u
      -U
      -v
      -w --width=COLS
      -x
      -X
      -Z --context
      --zero
      -1
      --help {alone}
      --version {alone}
    """)
}
