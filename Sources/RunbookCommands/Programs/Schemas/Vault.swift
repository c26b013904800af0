enum Vault {
  static let entry = ProgramEntry("vault") { _ in program }

  private static let program = Program.shipped(
    .goFlag, "vault, from its documentation",
    """
    vault {open}
      read [WORDS...] {open}
      list [WORDS...] {open}
      status {open}
      print [WORDS...] {open}
      login [WORDS...] {write} {open}
      token [WORDS...] {write} {open}
      kv {open}
        get [WORDS...] {open}
        list [WORDS...] {open}
        metadata [WORDS...] {open}
        put [WORDS...] {write} {open}
        patch [WORDS...] {write} {open}
        undelete [WORDS...] {write} {open}
        rollback [WORDS...] {write} {open}
        enable-versioning [WORDS...] {write} {open}
        delete [WORDS...] {destructive} {open}
        destroy [WORDS...] {destructive} {open}
      write [WORDS...] {write} {open}
      patch [WORDS...] {write} {open}
      delete [WORDS...] {destructive} {open}
      unwrap [WORDS...] {open}
      operator [WORDS...] {write} {open}
      server [WORDS...] {endless} {open}
      agent [WORDS...] {endless} {open}
    """)
}
