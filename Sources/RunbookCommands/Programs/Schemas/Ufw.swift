/// Not every verb and option is listed; the options are those of all verbs together.
enum Ufw {
  static let entry = ProgramEntry("ufw") { _ in program }

  private static let program = Program.shipped(
    .gnu, "ufw(8)",
    """
    ufw {open}
      --dry-run {dry}
      --force
      --version
      -h
      --help
      allow [WORDS...] {write} {open}
      app {open}
        default [WORDS...] {write} {open}
        info [WORDS...] {open}
        list [WORDS...] {open}
        update [WORDS...] {write} {open}
      default [WORDS...] {write} {open}
      delete [WORDS...] {destructive} {open}
      deny [WORDS...] {write} {open}
      disable [WORDS...] {write} {open}
      enable [WORDS...] {write} {open}
      insert [WORDS...] {write} {open}
      limit [WORDS...] {write} {open}
      logging [WORDS...] {write} {open}
      prepend [WORDS...] {write} {open}
      reject [WORDS...] {write} {open}
      reload [WORDS...] {write} {open}
      reset [WORDS...] {destructive} {open}
      route [WORDS...] {write} {open}
      show {open}
        added [WORDS...] {open}
        builtins [WORDS...] {open}
        listening [WORDS...] {open}
        logging-rules [WORDS...] {open}
        raw [WORDS...] {open}
        user-rules [WORDS...] {open}
        before-rules [WORDS...] {open}
        after-rules [WORDS...] {open}
      status {open}
        numbered [WORDS...] {open}
        verbose [WORDS...] {open}
      version [WORDS...] {open}
      help [WORDS...] {open}
    """)
}
