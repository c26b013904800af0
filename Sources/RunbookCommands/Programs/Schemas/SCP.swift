enum SCP {
  static let entry = ProgramEntry("scp") { _ in program }

  private static let program = Program.shipped(
    .posix, "scp(1), OpenSSH 9.2",
    """
    scp SOURCE TARGET... {write}
      -3
      -4
      -6
      -A
      -B
      -C
      -O
      -R
      -T
      -c=CIPHER
      -D=PATH:path
      -F=FILE:path
      -i=FILE:path
      -J=DESTINATION
      -l=LIMIT:integer
      -o=OPTION...
      -P=PORT:integer
      -p
      -q
      -r
      -S=PROGRAM:path
      -s
      -v
      -X=OPTION
    """)
}
