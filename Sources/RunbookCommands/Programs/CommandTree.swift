private import Synchronization

/// A client of hundreds of services, as facts: for each first word the commands below it, and the
/// options of all of them together. The schema that comes of it is open. What a command does follows
/// from the word that names it: `delete`, `list`.
package final class CommandTree: Sendable {
  private let name: String
  private let source: String
  /// Synopsis of the options that every command takes.
  private let common: [ProgramOption]
  private let lines: FactLines
  /// Words before the first that change nothing of what follows: `gcloud beta`.
  private let prefixes: [String]
  private let known = Mutex<[String: Program]>([:])

  /// - Parameters:
  ///   - common: the options of every command, a line each as in a synopsis.
  ///   - lines: `word|prefix:verb verb;prefix:verb|--option= --flag`, an option with a value before
  ///     `=`; a command that is the word itself is the verb `.`.
  init(
    _ name: String, source: String, common: String, prefixes: [String] = [], _ lines: StaticString
  ) {
    self.name = name
    self.source = source
    self.common =
      (try? Synopsis.read("x\n" + common, dialect: .pflag, source: ""))?.root.options ?? []
    self.prefixes = prefixes
    self.lines = FactLines(lines)
  }

  /// The first words that it knows, sorted.
  var groups: [String] { lines.names }

  /// The first words of each program that is a tree: bisection wants them sorted.
  package static var groupsOfAll: [[String]] {
    [Azure.tree, GCloud.tree, OpenStack.tree].map(\.groups)
  }

  func program(for words: [String]) -> Program {
    let group = words.first { !$0.hasPrefix("-") && lines.fields(of: $0) != nil } ?? ""
    if let program = known.withLock({ $0[group] }) { return program }
    let program = program(group)
    known.withLock { $0[group] = program }
    return program
  }

  private func program(_ group: String) -> Program {
    var root = Verb.open(name)
    root.operands = .list([])
    root.effect = .read
    let found = group.isEmpty ? [] : [verb(group)]
    root.change { options, verbs in
      options = common
      verbs = group.isEmpty ? groups.map { Verb.open($0) } : found
      verbs += prefixes.map {
        var prefix = Verb.open($0)
        prefix.operands = .list([])
        prefix.effect = .read
        prefix.change { _, verbs in verbs = found }
        return prefix
      }
    }
    let dialect = Dialect(clusters: false, abbreviations: true, flagValues: true)
    return Program(name: name, aliases: [], dialect: dialect, source: source, root: root)
  }

  private func verb(_ group: String) -> Verb {
    var verb = Verb.open(group)
    guard let fields = lines.fields(of: group), fields.count == 2 else { return verb }
    verb.change { options, _ in options = fields[1].words().map(Self.option) }
    for part in fields[0].words(at: ";") {
      let halves = part.split(separator: ":", omittingEmptySubsequences: false)
      guard halves.count == 2 else { continue }
      verb.add(
        halves[1].split(separator: " ").map(String.init),
        below: halves[0].split(separator: " ").map(String.init)[...])
    }
    return verb
  }

  private static func option(_ text: String) -> ProgramOption {
    let takesValue = text.hasSuffix("=")
    return ProgramOption(
      [takesValue ? String(text.dropLast()) : text],
      takesValue ? .required(.text) : .optional(.text, orNextWord: false),
      .init(isRepeatable: true, rehearsal: rehearsals.contains(text) ? .always : nil))
  }

  private static let rehearsals: Set = ["--dry-run", "--what-if"]
}

extension Verb {
  /// A verb of which nothing but its name is known.
  static func open(_ name: String) -> Verb {
    Verb(
      [name], effect: .of(verb: name),
      operands: .list([
        Operand(name: "WORDS", isRequired: false, isRepeatable: true, type: .text)
      ]), isClosed: false)
  }

  fileprivate mutating func add(_ leaves: [String], below path: ArraySlice<String>) {
    guard let first = path.first else {
      change { _, verbs in
        for leaf in leaves where leaf != "." && !verbs.contains(where: { $0.names == [leaf] }) {
          verbs.append(.open(leaf))
        }
      }
      // A group has no operands, unless it is a command, too.
      if leaves.contains(".") { standsAlone = true }
      if !verbs.isEmpty, !standsAlone { becomeGroup() }
      return
    }
    if !standsAlone { becomeGroup() }
    change { _, verbs in
      let index = verbs.firstIndex { $0.names == [first] } ?? verbs.endIndex
      if index == verbs.endIndex { verbs.append(.open(first)) }
      verbs[index].add(leaves, below: path.dropFirst())
    }
  }
}

extension Verb {
  /// A group does nothing by itself, and has no operands.
  private mutating func becomeGroup() {
    operands = .list([])
    effect = .read
  }
}

extension Effect {
  private static let destroying: Set = ["delete", "purge", "destroy", "terminate"]
  private static let reading: Set = [
    "list", "show", "get", "describe", "check", "read", "wait", "export", "search", "query", "find",
    "help", "version", "versions", "exists", "validate", "lookup", "print", "info", "test",
    "history",
    "status", "view", "tail", "log", "logs", "stats", "ls", "cat", "du", "diff", "preview",
    "summarize",
  ]

  /// What a command does, from the word that names it: `delete`, `list-keys`.
  static func of(verb name: String) -> Effect {
    let first = name.split(separator: "-").first.map(String.init) ?? name
    if destroying.contains(first) { return .destructive }
    return reading.contains(first) ? .read : .write
  }
}
