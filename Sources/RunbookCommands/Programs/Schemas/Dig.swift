enum Dig {
  static let entry = ProgramEntry("dig") { _ in program }

  private static let program = Program.shipped(
    .gnu, "dig(1), bind9-dnsutils 9.18",
    """
    # `@SERVER` and `+short` are operands.
    dig [WORD...]
      -4
      -6
      -b=ADDRESS
      -c=CLASS
      -f=FILE:path
      -h {alone}
      -i
      -k=FILE:path
      -m
      -p=PORT
      -q=NAME
      -r
      -t=TYPE
      -u
      -v {alone}
      -x=ADDRESS
      -y=KEY
    """)
}
