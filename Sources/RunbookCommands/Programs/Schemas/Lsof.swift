enum Lsof {
  static let entry = ProgramEntry("lsof") { _ in program }

  private static let program = Program.shipped(
    .posix, "lsof(8), lsof 4.95.0",
    """
    # `+D DIR` and the like are operands.
    lsof [NAME...]
      -? -h {alone}
      -a
      -b
      -c=COMMAND...
      -C
      -d=DESCRIPTORS
      -D=ACTION
      -e=FILE_SYSTEM...
      -E
      -f[=FLAGS]
      -F[=FIELDS] {next}
      -g[=GROUPS] {next}
      -i[=ADDRESS] {next}
      -k=KERNEL
      -K[=VALUE] {next}
      -l
      -L[=COUNT] {next}
      -m=FILE:path
      -M
      -n
      -N
      -o[=DIGITS]
      -O
      -p=PIDS
      -P
      -Q
      -r[=SECONDS] {next} {endless}
      -R
      -s[=STATES] {next}
      -S[=SECONDS] {next}
      -t
      -T[=INFO] {next}
      -u=USERS
      -U
      -v {alone}
      -V
      -w
      -x[=FL] {next}
      -X
      -z[=ZONE] {next}
      -Z[=CONTEXT] {next}
      -A=NAME
    """)
}
