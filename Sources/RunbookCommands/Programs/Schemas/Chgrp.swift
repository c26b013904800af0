enum Chgrp {
  static let entry = ProgramEntry("chgrp") { _ in program }

  private static let program = Program.shipped(
    .gnu, "chgrp(1), coreutils 9.1",
    """
    chgrp GROUP [FILE:path...] {write}
      -c --changes
      -f --silent --quiet
      -v --verbose
      --dereference
      -h --no-dereference
      --no-preserve-root
      --preserve-root
      --reference=RFILE
      -R --recursive
      -H
      -L
      -P
      --help {alone}
      --version {alone}
    """)
}
