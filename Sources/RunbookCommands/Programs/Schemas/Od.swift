enum Od {
  static let entry = ProgramEntry("od") { _ in program }

  private static let program = Program.shipped(
    .gnu, "od(1), coreutils 9.1",
    """
    od [FILE:path...]
      -A --address-radix=RADIX
      --endian=BIGLITTLE
      -j --skip-bytes=BYTES
      -N --read-bytes=BYTES
      -S=BYTES
      --strings[=BYTES]
      -t --format=TYPE
      -v --output-duplicates
      -w --width[=BYTES]
      --traditional
      --help {alone}
      --version {alone}
      -a
      -b
      -c
      -d
      -f
      -i
      -l
      -o
      -s
      -x
      -B
      -D
      -e
      -F
      -H
      -h
      -I
      -L
      -O
      -X
    """)
}
