enum Sysctl {
  static let entry = ProgramEntry("sysctl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sysctl(8), procps 4.0.2",
    """
    sysctl [VARIABLE...]
      -a --all
      -A
      -X
      --deprecated
      --dry-run {dry}
      -b --binary
      -e --ignore
      -N --names
      -n --values
      -p --load[=FILE:path] {write}
      -f
      --system {write}
      -r --pattern=EXPRESSION
      -q --quiet
      -w --write {write}
      -o
      -x
      -d
      -h --help {alone}
      -V --version {alone}
    """)
}
