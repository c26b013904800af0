import RunbookCommands
import RunbookModel

extension PageContext {
  /// The commands of a quick-reference row, also those inside other commands, in the row's context.
  /// None if the row names no context that the configuration declares.
  func placedCommands(of row: QuickReferenceTable.Row) -> [BoundCommand] {
    guard let place = row.context?.value, config.context(place) != nil else { return [] }
    return row.commands.flatMap { $0.script.errors.isEmpty ? $0.bound : [] }
  }
}

extension SiteConfig {
  /// The context in which a command leaves its reader: one that it enters, unless it only runs
  /// another command there, as `sheltie df` does.
  func context(openedBy command: BoundCommand) -> String? {
    guard !command.isElsewhere else { return nil }
    let nested = command.invocation?.nested.flatMap { $0.words.isEmpty ? nil : $0 }
    let staysThere = nested.map { Self.isShell($0.words) } ?? true
    if let id = context(enteredBy: command.words, from: command.context) {
      // What the declaration itself spells out, such as `docker exec -it admin bash`, is no command
      // beside it.
      let declared = context(id)?.enteredBy?.words.count ?? 0
      let end = nested.map { $0.words.startIndex - command.words.startIndex } ?? 0
      return staysThere || declared > end ? id : nil
    }
    guard let nested, staysThere, case .named = nested.place else { return nil }
    return nested.placeName.flatMap { context($0)?.id.value }
  }

  /// A shell without a script or a command of its own.
  private static func isShell(_ words: ArraySlice<ShellWord>) -> Bool {
    guard let name = words.first?.literal?.split(separator: "/").last,
      ShellName.all.contains(String(name))
    else { return false }
    return words.dropFirst().allSatisfy { ["-l", "-i", "--login"].contains($0.literal) }
  }
}

/// The contexts that the reader of a page has entered so far.
struct OpenContexts {
  private let config: SiteConfig
  private var opened: Set<String> = []

  /// Open from the start are the contexts that nothing has to be done for, and the page's own.
  init(_ config: SiteConfig, page: String?) {
    self.config = config
    for context in config.contexts where context.enteredBy == nil { open(context.id.value) }
    if let page { open(page) }
  }

  /// Opens a context, and those on the way to it: who is there came through them.
  mutating func open(_ id: String) {
    var next: String? = id
    while let current = next, opened.insert(current).inserted {
      next = config.context(current)?.enteredBy?.from.value
    }
  }

  /// A context that is entered without a command is as open as the one that it is entered from.
  func isOpen(_ id: String) -> Bool {
    var current = id
    for _ in config.contexts {
      if opened.contains(current) { return true }
      guard let entry = config.context(current)?.enteredBy, entry.words.isEmpty else {
        return false
      }
      current = entry.from.value
    }
    return opened.contains(current)
  }
}
