enum Free {
  static let entry = ProgramEntry("free") { _ in program }

  private static let program = Program.shipped(
    .gnu, "free(1), procps 4.0.2",
    """
    free
      -b --bytes
      --kilo
      --mega
      --giga
      --tera
      --peta
      -k --kibi
      -m --mebi
      -g --gibi
      --tebi
      --pebi
      -h --human
      --si
      -l --lohi
      -t --total
      -v --committed
      -s --seconds=N {endless}
      -c --count=N {bounded}
      -w --wide
      --help {alone}
      -V --version {alone}
    """)
}
