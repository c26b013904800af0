enum Gzip {
  static let entry = ProgramEntry("gzip") { _ in program }

  private static let program = Program.shipped(
    .gnu, "gzip(1), gzip 1.12",
    """
    gzip [FILE:path...] {write=operands}
      -c --stdout --to-stdout
      -d --decompress --uncompress
      -f --force
      -h --help {alone}
      -k --keep
      -l --list
      -L --license
      -n --no-name
      -N --name
      -q --quiet
      -r --recursive
      --rsyncable
      -S --suffix=SUF
      -t --test
      -v --verbose
      -V --version {alone}
      -1 -# --fast
      -9 --best
      -a --ascii
      --synchronous
      --silent
      --lzw
      --bits=VALUE
      -b=VALUE
      -H
      -? {alone}
      -m
      -M
      -Z
    """)
}
