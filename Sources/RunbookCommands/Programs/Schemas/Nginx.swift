/// It takes no words, but workloads of its name are often what a table starts a line with.
enum Nginx {
  static let entry = ProgramEntry("nginx") { _ in program }

  private static let program = Program.shipped(
    .posix, "nginx -h, nginx 1.22.1",
    """
    nginx [WORDS...]
      -?
      -h
      -v
      -V
      -t
      -T
      -q
      -s=SIGNAL(stop|quit|reopen|reload) {write}
      -p=PREFIX:path
      -e=FILE:path
      -c=FILE:path
      -g=DIRECTIVES
    """)
}
