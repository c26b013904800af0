enum Localectl {
  static let entry = ProgramEntry("localectl") { _ in program }

  private static let program = Program.shipped(
    .gnu, "localectl(1), systemd 262 and 252",
    """
    localectl {alone}
      -h --help {alone}
      --version {alone}
      -l --full
      --no-pager
      --no-ask-password
      -H --host=VALUE...
      -M --machine=VALUE...
      --no-convert
      status
      set-locale LOCALE... {write}
      list-locales
      set-keymap WORDS... {write}
      list-keymaps
      set-x11-keymap WORDS... {write}
      list-x11-keymap-models
      list-x11-keymap-layouts
      list-x11-keymap-variants [LAYOUT]
      list-x11-keymap-options
    """)
}
