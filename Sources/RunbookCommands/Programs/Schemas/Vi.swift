enum Vi {
  static let entry = ProgramEntry("vi", "vim", "view", "vimdiff") { _ in program }

  private static let program = Program.shipped(
    .posix, "vim(1), vim 9.0",
    """
    vi|vim|view|vimdiff [FILE:path...] {write} {interactive} {open}
      -c=COMMAND...
      --cmd=COMMAND...
      -S=FILE:path
      -s=FILE:path
      -t=TAG
      -T=TERMINAL
      -u=FILE:path
      -U=FILE:path
      -w=FILE:path
      -W=FILE:path
      -i=FILE:path
      -d
      -e
      -E
      -n
      -o[=N]
      -O[=N]
      -p[=N]
      -R
      -r
      -b
      -v
      -y
      -x
      -Z
      -V[=N]
      -h --help {alone}
      --version {alone}
      --clean
      --noplugin
    """)
}
