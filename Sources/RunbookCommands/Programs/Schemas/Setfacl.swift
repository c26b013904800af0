enum Setfacl {
  static let entry = ProgramEntry("setfacl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "setfacl(1), acl 2.3",
    """
    setfacl [FILE...] {write}
      -m --modify=VALUE...
      -M --modify-file=VALUE...
      -x --remove=VALUE...
      -X --remove-file=VALUE...
      -b --remove-all
      -k --remove-default
      --set=VALUE...
      --set-file=VALUE...
      --mask
      -n --no-mask
      -d --default
      -R --recursive
      -L --logical
      -P --physical
      --restore=VALUE...
      --test {dry}
      -v --version {alone}
      -h --help {alone}
    """)
}
