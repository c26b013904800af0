/// Reads the schema of a program from text that looks like its synopsis.
///
/// ```
/// journalctl [MATCH...]                       the program, its operands, its attributes
///   -u --unit=UNIT...                         an option with a value, which may be repeated
///   -n --lines[=COUNT:integer] {next}         an optional value; {next}: the following word counts
///   -o --output=MODE(short|json)              a value out of a list
///   -f --follow {endless}
///   list-units [PATTERN...]                   a verb, with lines of its own behind deeper indents
/// ```
///
/// | part | meaning |
/// |---|---|
/// | `NAME` `[NAME]` `NAME...` `[NAME...]` | operands: required, optional, one or more, any number |
/// | `NAME:integer` `:path` `:duration`, `NAME(a\|b)` | what the text of a value has to look like |
/// | `NAME:sql` `:redis` `:mongo` | the value is a statement, whose effect is the command's |
/// | `WORDS:tail...` | the rest is a language of its own |
/// | `COMMAND:command(PLACE)...` | the rest is a command; PLACE is `same`, `entered`, `elsewhere` or an operand's name; behind a `--` it has to stand behind one |
/// | `a\|b` | a verb and its alias |
/// | `{read}` `{write}` `{destructive}` `{endless}` `{interactive}` `{open}` `{use=NEW}` | of a program, verb or option; a verb reads unless it says otherwise |
/// | `{plugins}` | of a verb: others may add verbs to those that are listed; its options are complete |
/// | `{not=other_verb}` | of a verb: there is none of this name, and `other verb` is meant |
/// | `{alone}` `{write=operands}` | of a verb: it needs none of its verbs; it writes once it has operands |
/// | `NAME=VALUE...` | before a command: assignments such as env(1) takes |
/// | `of=FILE` | an option without a dash, its value attached: dd(1) |
/// | `-exec=COMMAND:command(PLACE)` | an option whose value is a command up to `;` or `{} +`: find(1) |
/// | `{bounded}` | of an option: with it an endless command ends |
/// | `{leading}` | of a verb: its options stand before its operands |
/// | `{appends}` | of a verb: it puts more words behind the command that it runs |
/// | `{required}` `{negatable}` `{alone}` `{excludes=--a,--b}` | of an option; `{alone}`: no operands are needed with it |
/// | `{two}` `{many}` | of an option: two words are its value, or all that follow and are no options |
/// | `{dry}` `{dry=A\|B}` `{dry!--x}` | of an option: nothing is changed with it; with these values or none; unless `--x` is there too |
/// | `{write=A\|B}` `{destructive=A\|B}` | of an option: what is done when its value is one of these |
/// | `{since=1.30}` `{removed=1.33}` `{deprecated=1.32}` | of a verb or option: the first version that has it, that lacks it, that advises against it |
/// | `{since=1.34:A\|B}` | of an option: the same for some of its values, or of its names: `{since=1.32:-o}` |
/// | `{versions=1.28,1.29}` `{products=NAME,NAME}` `{skew=1}` | of the program: the versions that were looked at; products of the same versions; how far a product's version may be off |
/// | `# …` | a comment |
package struct SynopsisError: Error, Sendable, Equatable {
  /// One-based line of the text.
  package let line: Int
  package let message: String
}

package enum Synopsis {
  /// Reads a whole program.
  ///
  /// - Parameter tellsEffects: whether a verb without an effect is one that reads.
  /// - Throws: what is wrong with the first line that means nothing.
  package static func read(
    _ text: String, dialect: Dialect, source: String, tellsEffects: Bool = true
  ) throws(SynopsisError) -> Program {
    let program = try open(text, dialect: dialect, source: source, tellsEffects: tellsEffects)
    if let problem = program.problem { throw problem }
    return program
  }

  /// The same, but options and verbs are read when somebody first asks for them. What is wrong with them
  /// is left to `Program.problem`.
  static func open(
    _ text: String, dialect: Dialect, source: String, tellsEffects: Bool = true
  ) throws(SynopsisError) -> Program {
    let text = SynopsisText(text)
    guard var first = text.line(at: 0) else {
      throw SynopsisError(line: 1, message: "the synopsis is empty")
    }
    let end = text.end(ofLinesBelow: 0)
    if let rest = text.line(at: end) {
      throw SynopsisError(
        line: rest.number,
        message: "`\(rest.text.string)` stands outside `\(first.words[0].string)`")
    }
    let history = try HistoryReader.history(&first)
    let root = try VerbReader.verb(first, VerbText(text, lines: 1..<end, depth: 0))
    return Program(
      name: root.names[0], aliases: Array(root.names.dropFirst()), dialect: dialect, source: source,
      root: root, tellsEffects: tellsEffects, history: history)
  }
}

enum OptionReader {
  static func read(_ line: Synopsis.Line) throws(SynopsisError) -> ProgramOption {
    var names: [String] = []
    var value = ValueKind.none
    var isRepeatable = false
    var place: NestedPlace?
    for word in line.words {
      guard line.isOption || word.starts(with: "+") else {
        throw SynopsisError(line: line.number, message: "`\(word.string)` is no option name")
      }
      guard
        let sign = word.firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "[") }),
        sign != word.startIndex
      else {
        names.append(word.string)
        continue
      }
      names.append(word[...sign].dropLast(word.starts(with: "-") ? 1 : 0).string)
      var rest = word[sign...]
      if rest.ends(with: "...") {
        isRepeatable = true
        rest = rest.dropLast(3)
      }
      if let role = rest.place(of: ":command("), rest.ends(with: ")") {
        place = NestedPlace(rest[role...].dropFirst(":command(".utf8.count).dropLast().string)
        rest = rest[..<role]
      }
      value = try kind(rest, line)
    }
    var traits = try traits(line)
    traits.isRepeatable = isRepeatable
    traits.nestedPlace = place
    return ProgramOption(names, value, words: words(line), traits)
  }

  private static func words(_ line: Synopsis.Line) -> ValueWords {
    if line.attributes.contains(where: { $0.name == "many" }) { return .many }
    return line.attributes.contains { $0.name == "two" } ? .two : .one
  }

  private static func rehearsal(_ line: Synopsis.Line) -> Rehearsal? {
    for (name, value) in line.attributes where name.hasPrefix("dry") {
      if name != "dry" { return .without(String(name.dropFirst("dry!".count))) }
      let values = value.split(separator: UInt8(ascii: "|")).map(\.string)
      return values.isEmpty ? .always : .values(values)
    }
    return nil
  }

  private static func kind(_ text: ArraySlice<UInt8>, _ line: Synopsis.Line)
    throws(SynopsisError) -> ValueKind
  {
    guard text.starts(with: "[=") else {
      return .required(try ValueReader.read(text.dropFirst(), line.number).type)
    }
    guard text.ends(with: "]") else {
      throw SynopsisError(line: line.number, message: "`\(text.string)` needs a closing bracket")
    }
    let type = try ValueReader.read(text.dropFirst(2).dropLast(), line.number).type
    return .optional(
      type, orNextWord: line.attributes.contains { $0.name == "next" || $0.name == "many" })
  }

  private static let attributes: Set = [
    "next", "required", "negatable", "alone", "excludes", "endless", "interactive", "use", "read",
    "write", "destructive", "two", "many", "bounded", "dry", "since", "removed", "deprecated",
  ]

  private static func traits(
    _ line: Synopsis.Line
  ) throws(SynopsisError) -> ProgramOption.Traits {
    guard !line.attributes.isEmpty else { return ProgramOption.Traits() }
    var given: [String: ArraySlice<UInt8>] = [:]
    for (name, text) in line.attributes {
      guard attributes.contains(name) || name.hasPrefix("dry!") else {
        throw SynopsisError(
          line: line.number, message: "`{\(name)}` means nothing for an option")
      }
      given[name] = text
    }
    var traits = ProgramOption.Traits()
    for effect in Effect.allCases {
      guard let values = given[effect.rawValue] else { continue }
      if values.isEmpty { traits.raises = effect }
      for value in values.split(separator: UInt8(ascii: "|")) {
        traits.raisesFor[value.string] = effect
      }
    }
    traits.isRequired = given["required"] != nil
    traits.isNegatable = given["negatable"] != nil
    traits.isEndless = given["endless"] != nil
    traits.isInteractive = given["interactive"] != nil
    traits.isBounding = given["bounded"] != nil
    traits.excludes = given["excludes"]?.split(separator: UInt8(ascii: ",")).map(\.string) ?? []
    traits.replacement = given["use"]?.string
    traits.replacesOperands = given["alone"] != nil
    traits.rehearsal = rehearsal(line)
    (traits.span, traits.valueSpans) = try HistoryReader.spans(line)
    return traits
  }
}

enum OperandReader {
  static func read(_ words: ArraySlice<ArraySlice<UInt8>>, _ line: Int) throws(SynopsisError)
    -> Operands
  {
    var operands: [Operand] = []
    var afterDashes = false
    for word in words {
      if word.elementsEqual("--".utf8) {
        afterDashes = true
        continue
      }
      let (operand, role) = try self.operand(word, line)
      switch role {
      case nil: operands.append(operand)
      case .tail: return .tail(operands + [operand])
      case .command(let place):
        return .command(
          operands, place, isRequired: operand.isRequired, afterDashes: afterDashes)
      }
    }
    return .list(operands)
  }

  /// What an operand stands for that is not one word.
  private enum Role {
    case tail
    case command(NestedPlace)

    init?(_ text: ArraySlice<UInt8>) {
      if text.elementsEqual("tail".utf8) {
        self = .tail
      } else if text.starts(with: "command("), text.ends(with: ")") {
        self = .command(NestedPlace(text.dropFirst("command(".utf8.count).dropLast().string))
      } else {
        return nil
      }
    }
  }

  private static func operand(_ word: ArraySlice<UInt8>, _ line: Int) throws(SynopsisError)
    -> (Operand, Role?)
  {
    var text = word
    let isOptional = text.starts(with: "[")
    if isOptional {
      guard text.ends(with: "]") else {
        throw SynopsisError(line: line, message: "`\(word.string)` needs a closing bracket")
      }
      text = text.dropFirst().dropLast()
    }
    let isRepeatable = text.ends(with: "...")
    if isRepeatable { text = text.dropLast(3) }
    var role: Role?
    if let colon = text.firstIndex(of: UInt8(ascii: ":")), let found = Role(text[(colon + 1)...]) {
      role = found
      text = text[..<colon]
    }
    let (name, type) = try ValueReader.read(text, line)
    return (
      Operand(
        name: name.string, isRequired: !isOptional, isRepeatable: isRepeatable, type: type), role
    )
  }
}

extension NestedPlace {
  fileprivate init(_ text: String) {
    self =
      switch text {
      case "same": .same
      case "entered": .entered
      case "elsewhere": .elsewhere
      default: .named(operand: text)
      }
  }
}

private enum ValueReader {
  /// `NAME`, `NAME:integer`, `NAME(a|b)`.
  static func read(_ text: ArraySlice<UInt8>, _ line: Int) throws(SynopsisError) -> (
    name: ArraySlice<UInt8>, type: ValueType
  ) {
    if let open = text.firstIndex(of: UInt8(ascii: "(")), text.ends(with: ")") {
      let choices = text[(open + 1)...].dropLast().split(separator: UInt8(ascii: "|"))
      return (text[..<open], .choice(choices.map(\.string)))
    }
    guard let colon = text.firstIndex(of: UInt8(ascii: ":")) else { return (text, .text) }
    let type: ValueType
    switch text[(colon + 1)...].string {
    case "integer": type = .integer
    case "path": type = .path
    case "duration": type = .duration
    case "text": type = .text
    case "sql": type = .statement(.sql)
    case "redis": type = .statement(.redis)
    case "mongo": type = .statement(.mongo)
    default:
      throw SynopsisError(line: line, message: "`\(text.string)` names no kind of value")
    }
    return (text[..<colon], type)
  }
}
