import RunbookModel

/// A way in which programs write their help: that of a library, or what people write by hand.
package struct HelpKind: Sendable {
  /// In the words of a message: `click`, `argparse`.
  package let name: String
  /// How such programs read their command line, as a key of `Dialect.named`.
  package let dialect: String
  /// Whether the text is made of what the program takes, so that it names everything. Such a program
  /// also answers to `--help` behind each of its verbs, and does nothing else then.
  package let isGenerated: Bool
  /// Whether such a program has a verb `help`, also where its help does not list it.
  let hasHelpVerb: Bool
  /// Options that such a program has, also where its help does not list them.
  let usualOptions: [String]
  /// Whether a text looks like it.
  let recognises: @Sendable (HelpText) -> Bool
  /// - Parameter words: the program and its verbs, whose help it is.
  let read: @Sendable (_ help: HelpText, _ words: [String]) -> HelpPage

  init(
    name: String, dialect: String, isGenerated: Bool, hasHelpVerb: Bool = false,
    usualOptions: [String] = [], recognises: @escaping @Sendable (HelpText) -> Bool,
    read: @escaping @Sendable (HelpText, [String]) -> HelpPage
  ) {
    (self.name, self.dialect, self.isGenerated) = (name, dialect, isGenerated)
    (self.hasHelpVerb, self.usualOptions) = (hasHelpVerb, usualOptions)
    (self.recognises, self.read) = (recognises, read)
  }
}

/// The ways that are known. The first that recognises a text reads it; a test compares this list with
/// the files in `Learn/Kinds/`.
package enum HelpKindCatalog {
  package static let all: [HelpKind] = [
    ManualPage.kind,
    UrfaveHelp.kind,
    ClickHelp.kind,
    ArgparseHelp.kind,
    ClapHelp.kind,
    CobraHelp.kind,
    GoFlagHelp.kind,
    PlainHelp.kind,
  ]

  /// The way that a text is written in.
  package static func kind(of help: HelpText) -> HelpKind {
    all.first { $0.recognises(help) } ?? PlainHelp.kind
  }
}

/// What a help text says of a program or of one of its verbs.
package struct HelpPage: Sendable {
  /// A verb by its names, and what its line says of its operands, if it says that.
  package struct Verb: Sendable, Equatable {
    package let names: [String]

    package init(_ names: [String]) { self.names = names }
  }

  package var options: [ProgramOption] = []
  /// Options of the verbs above, which are listed again.
  package var inherited: [ProgramOption] = []
  package var verbs: [Verb] = []
  /// Other names of the verb whose help it is.
  package var aliases: [String] = []
  /// Nil where the text does not say for certain.
  package var operands: [Operand]?
  /// Whether one of the verbs has to be named.
  package var needsVerb = false
  /// Whether the first operand ends the options: what follows is the command line of something else.
  package var optionsLead = false
  /// Whether others may add verbs.
  package var takesPlugins = false
  /// False where something that looks like an option or a verb could not be read.
  package var isWhole = true

  /// Adds the options of some lines.
  ///
  /// - Parameter value: what the value of an option is; nil for one that is not sure.
  mutating func addOptions(
    _ lines: [HelpText.Line], inherited isInherited: Bool = false,
    value: (OptionTerm, String) -> OptionValue?
  ) {
    for entry in HelpEntry.options(lines) {
      guard let term = OptionTerm(entry.term) else {
        isWhole = false
        continue
      }
      add(term, entry.summary, term.isWhole ? value(term, entry.summary) : nil, isInherited)
    }
  }

  private mutating func add(
    _ term: OptionTerm, _ summary: String, _ value: OptionValue?, _ isInherited: Bool
  ) {
    if value == nil { isWhole = false }
    let option = ProgramOption(term, value ?? .unsure, saying: summary)
    if isInherited { return inherited.append(option) }
    // Some is said twice: `--check=WHEN`, and `-C, --check=quiet`.
    let known = Set(options.flatMap(\.names))
    let others = term.names.filter { !known.contains($0) }
    if others.count == term.names.count { return options.append(option) }
    isWhole = false
    guard !others.isEmpty else { return }
    options.append(
      ProgramOption(
        others, option.value == .none ? .none : .optional(.text, orNextWord: true),
        .init(replacesOperands: option.replacesOperands)))
  }

  /// Adds an option that the usage names and no line describes.
  mutating func addFromUsage(_ text: String, value: (OptionTerm, String) -> OptionValue?) {
    guard let term = OptionTerm(text) else { return }
    let known = Set(options.flatMap(\.names))
    guard known.isDisjoint(with: term.names) else { return }
    add(term, "", term.isWhole ? value(term, "") : nil, false)
  }

  /// Adds verbs, each of which is named at the beginning of its line.
  mutating func addVerbs(_ lines: [HelpText.Line]) {
    for entry in HelpEntry.terms(lines) {
      guard let verb = Self.verb(entry) else {
        isWhole = false
        continue
      }
      if !verbs.contains(where: { !Set($0.names).isDisjoint(with: verb.names) }) {
        verbs.append(verb)
      }
    }
  }

  /// `deploy`, `run, r`, `deploy (d, dep)`, `backup NAME`; `[aliases: d]` behind it.
  static func verb(_ entry: HelpEntry) -> Verb? {
    let words = entry.term.split { " ,|()*".contains($0) }.map(String.init)
    guard let first = words.first, isVerbName(first) else { return nil }
    var names = [first]
    if entry.term.contains(",") || entry.term.contains("(") || entry.term.contains("|") {
      for word in words.dropFirst() where isVerbName(word) && word.first?.isUppercase == false {
        names.append(word)
      }
    }
    for mark in ["[aliases: ", "[alias: "] {
      guard let start = entry.summary.firstRange(of: mark) else { continue }
      let list = entry.summary[start.upperBound...].prefix { $0 != "]" }
      names += list.split { ", ".contains($0) }.map(String.init).filter(isVerbName)
    }
    var seen: Set<String> = []
    return Verb(names.filter { seen.insert($0).inserted })
  }

  static func isVerbName(_ text: String) -> Bool {
    guard let first = text.utf8.first, text.utf8.count <= 60 else { return false }
    let isStart =
      (0x30...0x39).contains(first) || (0x41...0x5A).contains(first)
      || (0x61...0x7A).contains(first)
    return isStart && !text.hasSuffix(":") && !text.hasSuffix(".")
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
          || byte.isOne(of: "-_.:+")
      }
  }
}
