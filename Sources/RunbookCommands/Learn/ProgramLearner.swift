import RunbookModel

/// A program as its own help describes it.
package struct LearntProgram: Sendable {
  package let program: Program
  /// What the help is written in the manner of, for people.
  package let manner: String
  /// Whose help was read, each as the words behind the program; without any for the program itself.
  package let pages: [[String]]
  /// What was not sure or was left out, each as a sentence without a full stop.
  package let doubts: [String]
}

/// What the help of verbs leaves open, by what is wrong with it.
private struct LearningDoubts {
  private var places: [(what: String, commands: [String])] = []

  mutating func add(_ what: String, _ words: [String]) {
    let command = "`" + (words + ["--help"]).joined(separator: " ") + "`"
    if let place = places.firstIndex(where: { $0.what == what }) {
      places[place].commands.append(command)
    } else {
      places.append((what, [command]))
    }
  }

  /// One sentence for each, which names the first commands.
  var sentences: [String] {
    places.map { what, commands in
      let others = commands.count - 3
      return what + ": " + commands.prefix(3).joined(separator: ", ")
        + (others > 0 ? " and \(others.counted("other"))" : "")
    }
  }
}

/// Reads the help of a program and of each of its verbs.
package struct ProgramLearner {
  /// How much is asked of one program.
  package struct Limits: Sendable {
    package var pages = 400
    package var depth = 6

    package init() {}
  }

  private let name: String
  private let limits: Limits
  /// The help of a verb, from its words; nil where there is none, or where enough was asked.
  private let ask: (_ words: [String]) -> HelpText?
  private var pages: [[String]] = []
  private var doubts = LearningDoubts()
  private var kind = PlainHelp.kind

  package init(
    _ name: String, limits: Limits = Limits(), ask: @escaping (_ words: [String]) -> HelpText?
  ) {
    (self.name, self.limits, self.ask) = (name, limits, ask)
  }

  /// - Returns: nil where there is no help, or none that names an option or a verb.
  package mutating func learn() -> LearntProgram? {
    guard let help = ask([]) else { return nil }
    kind = HelpKindCatalog.kind(of: help)
    let root = verb([name], help, [name], ancestors: [])
    guard !root.options.isEmpty || !root.verbs.isEmpty else { return nil }
    return LearntProgram(
      program: Program(
        name: name, aliases: [], dialect: Dialect.named[kind.dialect] ?? .gnu, source: "",
        root: root, tellsEffects: false), manner: kind.name, pages: pages, doubts: doubts.sentences)
  }

  /// The dialect of what was learnt, as a description of a program names it.
  package var dialect: String { kind.dialect }

  private mutating func verb(
    _ names: [String], _ help: HelpText, _ words: [String], ancestors: [ProgramOption]
  ) -> Verb {
    pages.append(Array(words.dropFirst()))
    // A page of a verb that has no mark of its own is of the program's kind.
    let own = HelpKindCatalog.kind(of: help)
    let page = (own.isGenerated ? own : kind).read(help, words)
    let given = Set(ancestors.flatMap(\.names))
    // Some list the options of the verbs above once more.
    var options =
      page.options.filter { option in
        !ancestors.contains { $0.names == option.names && $0.value == option.value }
          && !(option.replacesOperands && given.isSuperset(of: option.names))
      } + page.inherited.filter { given.isDisjoint(with: $0.names) }
    if words.count == 1 {
      let listed = Set(options.flatMap(\.names))
      let missing = kind.usualOptions.filter { !listed.contains($0) }
      if !missing.isEmpty {
        options.append(ProgramOption(missing, .none, .init(replacesOperands: true)))
      }
    }
    var isClosed = own.isGenerated || kind.isGenerated
    if !page.isWhole {
      isClosed = false
      if kind.isGenerated {
        doubts.add("not all could be read, or is listed elsewhere", words)
      }
    }
    var verbs: [Verb] = []
    for each in page.verbs {
      verbs.append(child(each, words, help, ancestors + options))
    }
    if words.count == 1, kind.hasHelpVerb, !verbs.isEmpty, !verbs.contains(where: \.isHelp) {
      verbs.append(Verb(["help"], operands: .list([.anything]), isClosed: false))
    }
    let leads = page.verbs.isEmpty && page.optionsLead
    var verb = Verb(
      names + page.aliases.filter { !names.contains($0) },
      operands: .list(leads ? [.anything] : page.operands ?? [.anything]), isClosed: isClosed)
    verb.optionsLead = leads
    verb.change { ($0, $1) = (options, verbs) }
    verb.takesPlugins = page.takesPlugins && !verbs.isEmpty
    verb.standsAlone = !verbs.isEmpty && !page.needsVerb
    return verb
  }

  /// A verb that a page names, with what its own help says.
  private mutating func child(
    _ named: HelpPage.Verb, _ words: [String], _ parent: HelpText, _ options: [ProgramOption]
  ) -> Verb {
    let path = words + [named.names[0]]
    // The help of `help` is that of others.
    let isAsked =
      kind.isGenerated && named.names[0] != "help" && words.count <= limits.depth
      && pages.count < limits.pages
    if isAsked, let help = ask(Array(path.dropFirst())) {
      // One that answers for the program has no help of its own.
      if help != parent { return verb(named.names, help, path, ancestors: options) }
      doubts.add("no help of its own", path)
    } else if kind.isGenerated && named.names[0] != "help" {
      doubts.add("was not read", path)
    }
    return Verb(named.names, operands: .list([.anything]), isClosed: false)
  }
}

extension Verb {
  fileprivate var isHelp: Bool { names.contains("help") }
}

extension Operand {
  /// Any words, or none.
  static let anything = Operand(name: "ARG", isRequired: false, isRepeatable: true, type: .text)
}
