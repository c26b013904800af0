enum Xxd {
  static let entry = ProgramEntry("xxd") { _ in program }

  private static let program = Program.shipped(
    .singleDash, "xxd(1), xxd 9.0",
    """
    xxd [INPUT:path] [OUTPUT:path] {open}
      -a -autoskip
      -b -bits
      -C -capitalize
      -c -cols=COLUMNS
      -d
      -E -EBCDIC
      -e
      -g -groupsize=BYTES
      -h -help
      -i -include
      -l -len=LENGTH
      -n=NAME
      -o=OFFSET
      -p -ps -plain -postscript
      -r -revert
      -s -seek=OFFSET
      -u
      -v -version {alone}
    """)
}
