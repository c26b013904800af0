enum Ulimit {
  static let entry = ProgramEntry("ulimit") { _ in program }

  private static let program = Program.shipped(
    .posix, "ulimit, bash 5.2",
    """
    ulimit [LIMIT]
      -S
      -H
      -a
      -b[=LIMIT] {next}
      -c[=LIMIT] {next}
      -d[=LIMIT] {next}
      -e[=LIMIT] {next}
      -f[=LIMIT] {next}
      -i[=LIMIT] {next}
      -k[=LIMIT] {next}
      -l[=LIMIT] {next}
      -m[=LIMIT] {next}
      -n[=LIMIT] {next}
      -p[=LIMIT] {next}
      -q[=LIMIT] {next}
      -r[=LIMIT] {next}
      -s[=LIMIT] {next}
      -t[=LIMIT] {next}
      -u[=LIMIT] {next}
      -v[=LIMIT] {next}
      -x[=LIMIT] {next}
      -P[=LIMIT] {next}
      -R[=LIMIT] {next}
      -T[=LIMIT] {next}
    """)
}
