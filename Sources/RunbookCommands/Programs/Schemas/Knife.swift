/// The names of what it manages; plugins add others.
enum Knife {
  static let entry = ProgramEntry("knife") { _ in program }

  private static let program = Program.shipped(
    .gnu, "knife, from its documentation",
    """
    knife {plugins} {open}
      bootstrap|upload|deps|configure|exec [WORDS...] {write} {open}
      ssh|winrm [WORDS...] {write} {open}
      search|status|show|list|diff|download|recipe|raw|ssl|help [WORDS...] {open}
      delete [WORDS...] {destructive} {open}
      acl|client|config|cookbook|data|environment|group|node|org|osc_user|role|tag|user|vault|xargs|supermarket|serve|rehash|null|spork {open}
        list|show|from|compare|edit|create|add|remove|set|upload|download|test|metadata|bag|bulk|run_list|policy|policy_set|environment_set|reregister|use|use-profile|list-profiles|get|key|search|site|install|share|unshare|update|rotate|items|refresh|isvault [WORDS...] {open}
        delete [WORDS...] {destructive} {open}
    """)
}
