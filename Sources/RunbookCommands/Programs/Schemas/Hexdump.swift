enum Hexdump {
  static let entry = ProgramEntry("hexdump") { _ in program }

  private static let program = Program.shipped(
    .gnu, "hexdump(1), bsdextrautils 2.38.1",
    """
    hexdump [FILE:path...]
      -b --one-byte-octal
      -c --one-byte-char
      -C --canonical
      -d --two-bytes-decimal
      -o --two-bytes-octal
      -x --two-bytes-hex
      -L --color[=MODE]
      -e --format=FORMAT
      -f --format-file=FILE:path
      -n --length=LENGTH
      -s --skip=OFFSET
      -v --no-squeezing
      -h --help {alone}
      -V --version {alone}
      -E
      -N
      -D
    """)
}
