enum Sort {
  static let entry = ProgramEntry("sort") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sort(1), coreutils 9.1",
    """
    sort [FILE:path...]
      -b --ignore-leading-blanks
      -d --dictionary-order
      -f --ignore-case
      -g --general-numeric-sort
      -i --ignore-nonprinting
      -M --month-sort
      -h --human-numeric-sort
      -n --numeric-sort
      -R --random-sort
      --random-source=FILE:path
      -r --reverse
      --sort=WORD
      -V --version-sort
      --batch-size=NMERGE
      -c -C
      --check[=DIAGNOSEFIRST]
      --compress-program=PROG
      --debug
      --files0-from=F:path
      -k --key=KEYDEF
      -m --merge
      -o --output=FILE:path {write}
      -s --stable
      -S --buffer-size=SIZE
      -t --field-separator=SEP
      -T --temporary-directory=DIR:path
      --parallel=N
      -u --unique
      -z --zero-terminated
      --help {alone}
      --version {alone}
      -y=VALUE
    """)
}
