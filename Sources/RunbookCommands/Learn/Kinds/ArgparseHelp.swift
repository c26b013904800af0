/// The help of Python's argparse: "show this help message and exit".
enum ArgparseHelp {
  static let kind = HelpKind(
    name: "argparse", dialect: "argparse", isGenerated: true,
    recognises: { $0.words.contains("show this help message and exit") }, read: read)

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    let sections = HelpSection.all(help)
    var page = HelpPage()
    for section in sections where section.title != "usage" {
      page.addOptions(section.lines, value: value)
    }
    let usage = HelpUsage(sections, after: words.count)?.words ?? []
    let own = usage.drop { !$0.hasPrefix("[") && !$0.hasPrefix("-") && !$0.hasPrefix("{") }
    readVerbs(&page, sections, Array(own))
    readUsage(&page, Array(own.isEmpty ? usage[...] : own))
    return page
  }

  /// `{deploy,status} ...` in the usage; each that has a line stands deeper than what names them all.
  private static func readVerbs(
    _ page: inout HelpPage, _ sections: [HelpSection], _ usage: [String]
  ) {
    guard let place = usage.lastIndex(of: "..."), place > 0 else { return }
    let name = usage[place - 1]
    for section in sections where section.title != "usage" {
      let lines = section.lines.filter { !$0.isBlank }
      guard let head = lines.firstIndex(where: { $0.text == name || $0.text.hasPrefix(name + " ") })
      else { continue }
      let below = lines[(head + 1)...].prefix { $0.indent > lines[head].indent }
      // A description in a column of its own is no list.
      guard let margin = below.map(\.indent).min(), margin <= lines[head].indent + 4 else {
        continue
      }
      page.addVerbs(Array(below))
    }
    guard name.hasPrefix("{"), name.hasSuffix("}") else {
      if page.verbs.isEmpty { page.isWhole = false }
      return
    }
    let known = Set(page.verbs.flatMap(\.names))
    for verb in name.dropFirst().dropLast().split(separator: ",").map(String.init)
    where !known.contains(verb) {
      if HelpPage.isVerbName(verb) {
        page.verbs.append(.init([verb]))
      } else {
        page.isWhole = false
      }
    }
  }

  /// Which options have to be given, and the operands.
  private static func readUsage(_ page: inout HelpPage, _ words: [String]) {
    var operands: [Operand] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      index += 1
      if word.hasPrefix("[-") || word.hasPrefix("(") { continue }
      if word == "..." {
        // The verbs, or the rest of the line.
        operands = operands.dropLast()
        if page.verbs.isEmpty {
          page.operands = nil
          page.optionsLead = true
          return
        }
        continue
      }
      if word.hasPrefix("-") {
        // Its values come behind it.
        if let place = page.options.firstIndex(where: { $0.names.contains(word) }) {
          page.options[place] = page.options[place].changing { $0.isRequired = true }
          index += valueCount(page.options[place], words[index...])
        } else {
          page.isWhole = false
        }
        continue
      }
      let operand = HelpUsage.operand(word)
      if operand.isRepeatable, let last = operands.last, last.name == operand.name {
        operands[operands.count - 1] = Operand(
          name: last.name, isRequired: last.isRequired, isRepeatable: true, type: last.type)
      } else {
        operands.append(operand)
      }
    }
    page.operands = operands
  }

  /// How many words of the usage are the values of an option that has to be given.
  private static func valueCount(_ option: ProgramOption, _ words: ArraySlice<String>) -> Int {
    guard option.value != .none else { return 0 }
    switch option.valueWords {
    case .one: return 1
    case .two: return 2
    case .many:
      guard let first = words.first else { return 0 }
      return 1 + words.dropFirst().prefix { $0.contains("...") || $0 == first }.count
    }
  }

  private static func value(_ term: OptionTerm, _ summary: String) -> OptionValue? {
    let text = term.value
    if text.isEmpty { return OptionValue.none }
    if text.contains("...") {
      return text.hasPrefix("[")
        ? OptionValue(kind: .optional(.text, orNextWord: true), words: .many)
        : .required(.text, .many)
    }
    let words = text.split(separator: " ")
    if words.count > 1 { return .required(.text, words.count == 2 ? .two : .many) }
    if text.hasPrefix("[") { return .unsure }
    return .required(OptionValue.choice(text))
  }
}
