import RunbookModel

/// What a help text says of the value of an option.
struct OptionValue: Sendable {
  var kind: ValueKind
  var words = ValueWords.one
  var isRequired = false

  static let none = OptionValue(kind: .none)
  /// There may be a value, and it may be the next word: nothing is then found to be wrong with it.
  static let unsure = OptionValue(kind: .optional(.text, orNextWord: true))

  static func required(_ type: ValueType = .text, _ words: ValueWords = .one) -> OptionValue {
    OptionValue(kind: .required(type), words: words)
  }

  /// What most help texts mean: one word for a value, `[=WHEN]` for one that may be left out,
  /// `{a,b}` for a list. Nil for what is not sure.
  static func usual(_ term: OptionTerm) -> OptionValue? {
    let value = term.value
    if value.isEmpty { return OptionValue.none }
    if term.isOptional { return OptionValue(kind: .optional(.text, orNextWord: false)) }
    guard !value.contains(" ") else { return nil }
    if value.contains("...") { return .required(.text, .many) }
    if value.hasPrefix("[") { return .unsure }
    return .required(choice(value))
  }

  /// The type of `{a,b}`; text for anything else.
  static func choice(_ value: String) -> ValueType {
    guard value.hasPrefix("{"), value.hasSuffix("}") else { return .text }
    return choice(among: value.dropFirst().dropLast().split(separator: ",").map(String.init))
  }

  /// Text where one of the choices is none that a synopsis can hold.
  static func choice(among choices: [String]) -> ValueType {
    let words = choices.map { choice in
      let bare = choice.drop { $0 == " " }
      return String(bare.hasPrefix("'") && bare.hasSuffix("'") ? bare.dropFirst().dropLast() : bare)
    }
    let isSound = words.allSatisfy { word in
      !word.isEmpty
        && word.utf8.allSatisfy { byte in
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
            || (0x61...0x7A).contains(byte) || byte.isOne(of: "-_.:/+@")
        }
    }
    return isSound && words.count > 1 ? .choice(words) : .text
  }
}

extension ProgramOption {
  /// An option that was read from a help text. Whether it may be repeated, help does not say: it may.
  ///
  /// - Parameter summary: what is said of it.
  convenience init(_ term: OptionTerm, _ value: OptionValue, saying summary: String = "") {
    // `--color, --no-color` is one option that can be negated.
    let negated = term.names.filter { name in
      name.hasPrefix("--no-") && term.names.contains("--" + name.dropFirst("--no-".count))
    }
    var seen = Set(negated)
    let names = term.names.filter { seen.insert($0).inserted }
    let saysAndEnds = value.kind == .none && summary.lowercased().contains("and exit")
    let asks =
      saysAndEnds || names.contains("--help") || names.contains("--version") || names == ["-h"]
    self.init(
      names.filter { !$0.hasPrefix("--") } + names.filter { $0.hasPrefix("--") },
      asks ? .none : value.kind, words: asks ? .one : value.words,
      Traits(
        isRepeatable: !asks && value.kind != .none, isRequired: value.isRequired,
        isNegatable: !negated.isEmpty,
        replacesOperands: asks))
  }
}
