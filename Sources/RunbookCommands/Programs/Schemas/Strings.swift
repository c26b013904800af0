enum Strings {
  static let entry = ProgramEntry("strings") { _ in program }

  private static let program = Program.shipped(
    .gnu, "strings(1), binutils 2.40",
    """
    strings [FILE:path...]
      -d --data
      -f --print-file-name
      -n=NUMBER
      --bytes=NUMBER
      -o
      -T --target=BFDNAME
      --unicode=DEFAULTSHOWINVALIDHEXESCAPEHIGHLIGHT
      -U=DSIXEH
      -h --help {alone}
      -v -V --version {alone}
      -a
      --all
      -t=RADIX
      --radix=RADIX
      -e=ENCODING
      --encoding=ENCODING
      -w
      --include-all-whitespace
      -s=VALUE
      --output-separator=VALUE
      -H
    """)
}
