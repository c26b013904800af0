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
/// | `WORDS:tail...` | the rest is a language of its own |
/// | `COMMAND:command(PLACE)...` | the rest is a command; PLACE is `same`, `entered`, `elsewhere` or an operand's name; behind a `--` it has to stand behind one |
/// | `a\|b` | a verb and its alias |
/// | `{read}` `{write}` `{destructive}` `{endless}` `{interactive}` `{open}` `{use=NEW}` | of a program, verb or option; a verb reads unless it says otherwise |
/// | `{alone}` `{write=operands}` | of a verb: it needs none of its verbs; it writes once it has operands |
/// | `NAME=VALUE...` | before a command: assignments such as env(1) takes |
/// | `of=FILE` | an option without a dash, its value attached: dd(1) |
/// | `-exec=COMMAND:command(PLACE)` | an option whose value is a command up to `;` or `{} +`: find(1) |
/// | `{bounded}` | of an option: with it an endless command ends |
/// | `{leading}` | of a verb: its options stand before its operands |
/// | `{appends}` | of a verb: it puts more words behind the command that it runs |
/// | `{required}` `{negatable}` `{alone}` `{excludes=--a,--b}` | of an option; `{alone}`: no operands are needed with it |
/// | `{two}` `{many}` | of an option: two words are its value, or all that follow and are no options |
/// | `{write=A\|B}` `{destructive=A\|B}` | of an option: what is done when its value is one of these |
/// | `# …` | a comment |
package struct SynopsisError: Error, Sendable, Equatable {
  /// One-based line of the text.
  package let line: Int
  package let message: String
}

package enum Synopsis {
  /// Reads a whole program.
  package static func read(_ text: String, dialect: Dialect, source: String)
    throws(SynopsisError) -> Program
  {
    var lines: [Line] = []
    for (number, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if let line = Line(raw, number + 1) { lines.append(line) }
    }
    guard let first = lines.first else {
      throw SynopsisError(line: 1, message: "the synopsis is empty")
    }
    var reader = SynopsisReader(lines: lines)
    let root = try reader.verb()
    if let rest = reader.current {
      throw SynopsisError(
        line: rest.number, message: "`\(rest.text)` stands outside `\(first.words[0])`")
    }
    return Program(
      name: root.names[0], aliases: Array(root.names.dropFirst()), dialect: dialect, source: source,
      root: root)
  }

  struct Line {
    let number: Int
    let indent: Int
    let text: String
    let words: [String]
    let attributes: [(name: String, value: String)]
    /// Begins with a dash, or is one of dd's `NAME=VALUE`.
    let isOption: Bool

    init?(_ raw: Substring, _ number: Int) {
      let indent = raw.prefix { $0 == " " }.count
      var body = raw.dropFirst(indent)
      if let comment = body.firstRange(of: " #") { body = body[..<comment.lowerBound] }
      guard !body.isEmpty, !body.hasPrefix("#") else { return nil }
      self.number = number
      self.indent = indent
      text = String(body)
      let words = body.split(separator: " ").map(String.init)
      self.words = words.filter { !$0.hasPrefix("{") }
      isOption = self.words.first.map { $0.hasPrefix("-") || $0.contains("=") } ?? false
      attributes = words.filter { $0.hasPrefix("{") && $0.hasSuffix("}") }.map { word in
        let parts = word.dropFirst().dropLast().split(separator: "=", maxSplits: 1)
        return (String(parts.first ?? ""), parts.count > 1 ? String(parts[1]) : "")
      }
      guard !self.words.isEmpty else { return nil }
    }
  }
}

private struct SynopsisReader {
  let lines: [Synopsis.Line]
  var index = 0

  var current: Synopsis.Line? { index < lines.count ? lines[index] : nil }

  /// The verb on this line, with the deeper lines below it.
  mutating func verb() throws(SynopsisError) -> Verb {
    let line = lines[index]
    index += 1
    var verb = Verb(
      names: line.words[0].split(separator: "|").map(String.init), effect: .read, options: [],
      operands: try OperandReader.read(Array(line.words.dropFirst()), line.number), verbs: [],
      isEndless: false, isInteractive: false, replacement: nil, isClosed: true)
    for (name, value) in line.attributes {
      switch name {
      case "endless": verb.isEndless = true
      case "interactive": verb.isInteractive = true
      case "open": verb.isClosed = false
      case "use": verb.replacement = value
      case "alone": verb.standsAlone = true
      case "leading": verb.optionsLead = true
      case "appends": verb.appendsWords = true
      case _ where Effect(rawValue: name) != nil && value == "operands":
        verb.operandEffect = Effect(rawValue: name)
      case _ where Effect(rawValue: name) != nil: verb.effect = Effect(rawValue: name) ?? .read
      default:
        throw SynopsisError(line: line.number, message: "`{\(name)}` means nothing for a verb")
      }
    }
    while let next = current, next.indent > line.indent {
      if next.isOption {
        verb.options.append(try OptionReader.read(next))
        index += 1
      } else {
        verb.verbs.append(try self.verb())
      }
    }
    return verb
  }
}

private enum OptionReader {
  static func read(_ line: Synopsis.Line) throws(SynopsisError) -> ProgramOption {
    var names: [String] = []
    var value = ValueKind.none
    var isRepeatable = false
    var place: NestedPlace?
    for word in line.words {
      guard line.isOption || word.hasPrefix("+") else {
        throw SynopsisError(line: line.number, message: "`\(word)` is no option name")
      }
      guard let sign = word.firstIndex(where: { $0 == "=" || $0 == "[" }), sign != word.startIndex
      else {
        names.append(word)
        continue
      }
      names.append(String(word[...sign].dropLast(word.hasPrefix("-") ? 1 : 0)))
      var rest = word[sign...]
      if rest.hasSuffix("...") {
        isRepeatable = true
        rest = rest.dropLast(3)
      }
      if let role = rest.firstRange(of: ":command("), rest.hasSuffix(")") {
        place = NestedPlace(rest[role.lowerBound...].dropFirst(":command(".count).dropLast())
        rest = rest[..<role.lowerBound]
      }
      value = try kind(rest, line)
    }
    var option = try option(names, value, isRepeatable, line)
    option.nestedPlace = place
    option.isBounding = line.attributes.contains { $0.name == "bounded" }
    return option
  }

  private static func kind(_ text: Substring, _ line: Synopsis.Line) throws(SynopsisError)
    -> ValueKind
  {
    guard text.hasPrefix("[=") else {
      return .required(try ValueReader.read(text.dropFirst(), line.number).type)
    }
    guard text.hasSuffix("]") else {
      throw SynopsisError(line: line.number, message: "`\(text)` needs a closing bracket")
    }
    let type = try ValueReader.read(text.dropFirst(2).dropLast(), line.number).type
    return .optional(
      type, orNextWord: line.attributes.contains { ["next", "many"].contains($0.name) })
  }

  private static func option(
    _ names: [String], _ value: ValueKind, _ isRepeatable: Bool, _ line: Synopsis.Line
  ) throws(SynopsisError) -> ProgramOption {
    let known: Set = [
      "next", "required", "negatable", "alone", "excludes", "endless", "interactive", "use", "read",
      "write", "destructive", "two", "many", "bounded",
    ]
    var given: [String: String] = [:]
    for (name, text) in line.attributes {
      guard known.contains(name) else {
        throw SynopsisError(
          line: line.number, message: "`{\(name)}` means nothing for an option")
      }
      given[name] = text
    }
    var effects: [String: Effect] = [:]
    for effect in Effect.allCases {
      for value in given[effect.rawValue]?.split(separator: "|") ?? [] {
        effects[String(value)] = effect
      }
    }
    return ProgramOption(
      names: names, value: value, isRepeatable: isRepeatable, isRequired: given["required"] != nil,
      isNegatable: given["negatable"] != nil,
      raises: Effect.allCases.last { given[$0.rawValue] == "" },
      isEndless: given["endless"] != nil, isInteractive: given["interactive"] != nil,
      excludes: given["excludes"]?.split(separator: ",").map(String.init) ?? [],
      replacement: given["use"], replacesOperands: given["alone"] != nil,
      valueWords: given["many"] != nil ? .many : given["two"] != nil ? .two : .one,
      raisesFor: effects)
  }
}

private enum OperandReader {
  static func read(_ words: [String], _ line: Int) throws(SynopsisError) -> Operands {
    var operands: [Operand] = []
    var afterDashes = false
    for word in words {
      if word == "--" {
        afterDashes = true
        continue
      }
      let (operand, role) = try self.operand(word, line)
      switch role {
      case "tail": return .tail(operands + [operand])
      case _ where role.hasPrefix("command("):
        return .command(
          operands, NestedPlace(role.dropFirst("command(".count).dropLast()),
          isRequired: operand.isRequired, afterDashes: afterDashes)
      default: operands.append(operand)
      }
    }
    return .list(operands)
  }

  private static func operand(_ word: String, _ line: Int) throws(SynopsisError)
    -> (Operand, role: String)
  {
    var text = word[...]
    let isOptional = text.hasPrefix("[")
    if isOptional {
      guard text.hasSuffix("]") else {
        throw SynopsisError(line: line, message: "`\(word)` needs a closing bracket")
      }
      text = text.dropFirst().dropLast()
    }
    let isRepeatable = text.hasSuffix("...")
    if isRepeatable { text = text.dropLast(3) }
    var role = ""
    if let colon = text.firstIndex(of: ":"), let name = roleName(text[text.index(after: colon)...])
    {
      role = name
      text = text[..<colon]
    }
    let (name, type) = try ValueReader.read(text, line)
    return (
      Operand(name: name, isRequired: !isOptional, isRepeatable: isRepeatable, type: type), role
    )
  }

  private static func roleName(_ text: Substring) -> String? {
    text == "tail" || text.hasPrefix("command(") && text.hasSuffix(")") ? String(text) : nil
  }
}

extension NestedPlace {
  fileprivate init(_ text: Substring) {
    self =
      switch text {
      case "same": .same
      case "entered": .entered
      case "elsewhere": .elsewhere
      default: .named(operand: String(text))
      }
  }
}

private enum ValueReader {
  /// `NAME`, `NAME:integer`, `NAME(a|b)`.
  static func read(_ text: Substring, _ line: Int) throws(SynopsisError) -> (
    name: String, type: ValueType
  ) {
    if let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let choices = text[text.index(after: open)...].dropLast().split(separator: "|")
      return (String(text[..<open]), .choice(choices.map(String.init)))
    }
    guard let colon = text.firstIndex(of: ":") else { return (String(text), .text) }
    let types: [Substring: ValueType] = [
      "integer": .integer, "path": .path, "duration": .duration, "text": .text,
    ]
    guard let type = types[text[text.index(after: colon)...]] else {
      throw SynopsisError(line: line, message: "`\(text)` names no kind of value")
    }
    return (String(text[..<colon]), type)
  }
}

extension Substring {
  fileprivate func firstRange(of needle: String) -> Range<Index>? {
    var start = startIndex
    while let candidate = self[start...].firstIndex(of: needle.first ?? " ") {
      if self[candidate...].hasPrefix(needle) {
        return candidate..<index(candidate, offsetBy: needle.count)
      }
      start = index(after: candidate)
    }
    return nil
  }
}
