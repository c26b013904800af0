extension Synopsis {
  /// A program as the text that `read` takes.
  package static func text(_ program: Program) -> String {
    var lines: [String] = []
    append(program.root, names: [program.name] + program.aliases, indent: 0, to: &lines)
    lines[0] += words(program.history).map { " {\($0)}" }.joined()
    return lines.joined(separator: "\n") + "\n"
  }

  private static func append(_ verb: Verb, names: [String], indent: Int, to lines: inout [String]) {
    let margin = String(repeating: " ", count: indent)
    lines.append(margin + line(verb, names: names))
    for option in verb.options { lines.append(margin + "  " + line(option)) }
    for child in verb.verbs { append(child, names: child.names, indent: indent + 2, to: &lines) }
  }

  /// The line of a program or a verb.
  static func line(_ verb: Verb, names: [String]) -> String {
    var words = [names.joined(separator: "|")] + operands(verb.operands)
    if verb.effect != .read { words.append("{\(verb.effect.rawValue)}") }
    if let effect = verb.operandEffect { words.append("{\(effect.rawValue)=operands}") }
    if verb.standsAlone { words.append("{alone}") }
    if verb.isEndless { words.append("{endless}") }
    if verb.isInteractive { words.append("{interactive}") }
    if let replacement = verb.replacement { words.append("{use=\(replacement)}") }
    if let instead = verb.instead {
      words.append("{not=\(instead.split(separator: " ").joined(separator: "_"))}")
    }
    if !verb.isClosed { words.append("{open}") }
    if verb.takesPlugins { words.append("{plugins}") }
    if verb.optionsLead { words.append("{leading}") }
    if verb.appendsWords { words.append("{appends}") }
    if let span = verb.span { words += self.words(span).map { "{\($0)}" } }
    return words.joined(separator: " ")
  }

  /// The line of an option.
  package static func line(_ option: ProgramOption) -> String {
    var value = ""
    var attributes: [String] = []
    switch option.value {
    case .none: break
    case .required(let type): value = "=" + name(type)
    case .optional(let type, let orNextWord):
      value = "[=" + name(type) + "]"
      if orNextWord && option.valueWords != .many { attributes.append("next") }
    }
    if let place = option.nestedPlace { value += ":command(\(self.place(place)))" }
    switch option.valueWords {
    case .one: break
    case .two: attributes.append("two")
    case .many: attributes.append("many")
    }
    if option.isRepeatable { value += "..." }
    if option.isRequired { attributes.append("required") }
    if option.isNegatable { attributes.append("negatable") }
    if option.replacesOperands { attributes.append("alone") }
    switch option.rehearsal {
    case nil: break
    case .always: attributes.append("dry")
    case .values(let values): attributes.append("dry=" + values.joined(separator: "|"))
    case .without(let name): attributes.append("dry!" + name)
    }
    if option.isBounding { attributes.append("bounded") }
    if option.isEndless { attributes.append("endless") }
    if option.isInteractive { attributes.append("interactive") }
    if let raises = option.raises { attributes.append(raises.rawValue) }
    for effect in Effect.allCases {
      let values = option.raisesFor.filter { $0.value == effect }.keys.sorted()
      if !values.isEmpty {
        attributes.append("\(effect.rawValue)=" + values.joined(separator: "|"))
      }
    }
    if let replacement = option.replacement { attributes.append("use=" + replacement) }
    if !option.excludes.isEmpty {
      attributes.append("excludes=" + option.excludes.joined(separator: ","))
    }
    if let span = option.span { attributes += words(span) }
    attributes += words(option.valueSpans)
    let names = option.names.joined(separator: " ")
    // dd's names end with the sign.
    return (names.hasSuffix("=") ? String(names.dropLast()) : names) + value
      + attributes.map { " {\($0)}" }.joined()
  }

  private static func name(_ type: ValueType, _ name: String = "VALUE") -> String {
    switch type {
    case .text: name
    case .integer: name + ":integer"
    case .path: name + ":path"
    case .duration: name + ":duration"
    case .statement(let language): name + ":" + language.rawValue
    case .choice(let choices): name + "(" + choices.joined(separator: "|") + ")"
    }
  }

  private static func operands(_ operands: Operands) -> [String] {
    switch operands {
    case .list(let list): return list.map { text($0) }
    case .tail(let list):
      return list.enumerated().map { text($0.element, $0.offset == list.count - 1 ? ":tail" : "") }
    case .command(let list, let place, let isRequired, let afterDashes):
      let command = "COMMAND:command(\(self.place(place)))..."
      return list.map { text($0) } + (afterDashes ? ["--"] : [])
        + [isRequired ? command : "[" + command + "]"]
    }
  }

  private static func text(_ operand: Operand, _ role: String = "") -> String {
    var text = role.isEmpty ? name(operand.type, operand.name) : operand.name + role
    if operand.isRepeatable { text += "..." }
    return operand.isRequired ? text : "[\(text)]"
  }

  private static func place(_ place: NestedPlace) -> String {
    switch place {
    case .same: "same"
    case .entered: "entered"
    case .elsewhere: "elsewhere"
    case .named(let operand): operand
    }
  }
}
