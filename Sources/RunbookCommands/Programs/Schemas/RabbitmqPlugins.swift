/// Not every verb and option is listed; the options are those of all verbs together.
enum RabbitmqPlugins {
  static let entry = ProgramEntry("rabbitmq-plugins") { _ in program }

  private static let program = Program.shipped(
    .gnu, "rabbitmq-plugins(8), from its documentation",
    """
    rabbitmq-plugins {open}
      -n=VALUE...
      --node=VALUE...
      -q
      --quiet
      -s
      --silent
      -l
      --longnames
      -t=VALUE...
      --timeout=VALUE...
      --offline
      --online
      --all
      -E
      -e
      -m
      -v
      --verbose
      --minimal
      --implicitly-enabled
      --enabled
      --formatter=VALUE...
      --opt-in
      directories [WORDS...] {open}
      disable [WORDS...] {write} {open}
      enable [WORDS...] {write} {open}
      help [WORDS...] {open}
      is_enabled [WORDS...] {open}
      list [WORDS...] {open}
      set [WORDS...] {write} {open}
      version [WORDS...] {open}
      autocomplete [WORDS...] {open}
    """)
}
