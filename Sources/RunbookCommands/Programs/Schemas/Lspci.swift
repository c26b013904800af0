enum Lspci {
  static let entry = ProgramEntry("lspci") { _ in program }

  private static let program = Program.shipped(
    .gnu, "lspci(8), pciutils 3",
    """
    lspci
      -mm
      -t
      -v
      -k
      -x
      -xxx
      -xxxx
      -b
      -D
      -P
      -PP
      -n
      -nn
      -q
      -qq
      -Q
      -s=VALUE...
      -d=VALUE...
      -i=VALUE...
      -p=VALUE...
      -M
      -A=VALUE...
      -O=VALUE...
      -G
      -H=VALUE...
      -F=VALUE...
      -m
      -vv
      -vvv
      --version {alone}
      -H1
      -H2
      -rrev
      -pprogif
      -g
    """)
}
