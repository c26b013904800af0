enum Sed {
  static let entry = ProgramEntry("sed") { _ in program }

  private static let program = Program.shipped(
    .gnu, "sed(1), sed 4.9",
    """
    sed SCRIPT [FILE:path...]
      -n --quiet --silent
      --debug
      -e --expression=SCRIPT {alone}
      -f --file=SCRIPTFILE {alone}
      --follow-symlinks
      -i --in-place[=SUFFIX] {write}
      -l --line-length=N
      --posix
      -E -r --regexp-extended
      -s --separate
      --sandbox
      -u --unbuffered
      -z --null-data
      --help {alone}
      --version {alone}
      --binary
      --zero-terminated
      -b
    """)
}
