/// What cmdlets do, by their verbs: they mean the same in every module ("Approved Verbs for PowerShell
/// Commands"), but for the nouns named here.
package enum CmdletEffect {
  /// The effect of a cmdlet, without regard to its parameters; nil when its verb says nothing, as
  /// `Invoke`.
  package static func of(verb: String, noun: String) -> Effect? {
    let (verb, noun) = (verb.lowercased(), noun.lowercased())
    if let effect = exceptions["\(verb)-\(noun)"] { return effect }
    if reading.contains(verb) { return .read }
    // Addresses, routes and rules of a firewall are as quickly set again, and so are modules.
    if verb == "remove" || verb == "uninstall", repeatable.contains(where: noun.hasPrefix) {
      return .write
    }
    // What belongs to the session is gone with it anyway.
    if verb == "remove", session.contains(noun) { return .write }
    if verb == "clear", forgetful.contains(where: noun.hasSuffix) { return .write }
    if destroying.contains(verb) { return .destructive }
    return writing.contains(verb) ? .write : nil
  }

  private static let reading: Set = [
    "compare", "connect", "convert", "convertfrom", "convertto", "disconnect", "enter", "exit",
    "find",
    "foreach", "format", "get", "group", "join", "measure", "out", "ping", "pop", "push", "read",
    "receive", "resolve", "search", "select", "show", "skip", "sort", "split", "tee", "test",
    "trace",
    "use", "wait", "watch", "where", "write",
  ]

  private static let destroying: Set = ["clear", "remove", "uninstall"]

  private static let writing: Set = [
    "add", "approve", "backup", "block", "checkpoint", "close", "complete", "compress", "copy",
    "deny",
    "deploy", "disable", "dismount", "edit", "enable", "expand", "export", "grant", "import",
    "initialize", "install", "limit", "lock", "merge", "mount", "move", "new", "open", "optimize",
    "protect", "publish", "redo", "register", "rename", "repair", "request", "reset", "resize",
    "restart", "restore", "resume", "revoke", "save", "send", "set", "start", "stop", "submit",
    "suspend", "switch", "sync", "unblock", "undo", "unlock", "unprotect", "unpublish",
    "unregister",
    "update",
  ]

  /// What a session has, and what can be made again at any time.
  private static let session: Set = [
    "alias", "breakpoint", "cimsession", "event", "job", "module", "psbreakpoint", "psdrive",
    "psreadlinekeyhandler", "pssession", "pssnapin", "smbmapping", "typedata", "variable",
    "wmievent",
  ]

  /// Starts of nouns that a single command brings back.
  private static let repeatable = [
    "net", "dnsclient", "module", "package", "script", "windowsfeature",
  ]

  /// Ends of nouns of which nobody misses anything.
  private static let forgetful = ["cache", "context", "history", "host", "variable", "default"]

  private static let exceptions: [String: Effect] = [
    "clear-item": .write, "clear-itemproperty": .write, "format-volume": .destructive,
    "initialize-disk": .destructive, "reset-physicaldisk": .destructive,
    "reset-computermachinepassword": .destructive, "restart-computer": .destructive,
    "restore-computer": .destructive, "restore-vmsnapshot": .destructive,
    "stop-cluster": .destructive, "stop-computer": .destructive,
    "import-module": .read, "import-csv": .read, "import-clixml": .read,
    "import-powershelldatafile": .read,
    "new-object": .read, "new-timespan": .read, "new-guid": .read, "new-variable": .read,
    "new-pssession": .read, "new-cimsession": .read, "new-pssessionoption": .read,
    "new-cimsessionoption": .read, "set-location": .read, "set-strictmode": .read,
    "set-variable": .read, "start-sleep": .read, "add-member": .read, "add-type": .read,
    "out-file": .write, "out-printer": .write, "tee-object": .write, "write-eventlog": .write,
    "write-volumecache": .write, "update-formatdata": .read, "update-typedata": .read,
  ]
}
