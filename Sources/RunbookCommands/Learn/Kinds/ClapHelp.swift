/// The help of Rust's clap: "Print help", and values in angle brackets.
enum ClapHelp {
  static let kind = HelpKind(
    name: "clap", dialect: "click", isGenerated: true, hasHelpVerb: true,
    recognises: { help in
      help.lines.contains { line in
        line.startsOption && line.text.contains("--help")
          && (line.text.contains("Print help") || line.text.contains("Prints help"))
      }
        // Their authors may call the option for help what they like.
        || help.lines.contains {
          $0.text.contains("[env: ") || $0.text.contains("[possible values: ")
        }
        || help.lines.indices.dropLast().contains { index in
          help.lines[index].text == "-h, --help"
            && help.lines[index + 1].text.hasPrefix("Print help")
        }
    }, read: read)

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    let sections = HelpSection.all(help)
    var page = HelpPage()
    for section in sections where section.title != "usage" {
      if section.title.hasSuffix("commands") {
        page.addVerbs(section.lines)
      } else {
        page.addOptions(section.lines, value: value)
      }
    }
    let usage = HelpUsage(sections, after: words.count)?.words ?? []
    page.needsVerb = usage.contains("<COMMAND>") || usage.contains("<SUBCOMMAND>")
    page.operands = page.verbs.isEmpty ? operands(usage, &page) : []
    page.optionsLead = HelpUsage.endsWithCommand(usage)
    return page
  }

  /// Options outside of brackets are needed.
  private static func operands(_ words: [String], _ page: inout HelpPage) -> [Operand]? {
    var operands: [Operand] = []
    var isValue = false
    for word in words {
      if word == "--" || word.hasPrefix("[--") || word.contains("|") { return nil }
      if word.hasPrefix("-") {
        let name = word.prefix { $0 != "=" }
        guard let place = page.options.firstIndex(where: { $0.names.contains(String(name)) }) else {
          return nil
        }
        page.options[place] = page.options[place].changing { $0.isRequired = true }
        isValue = page.options[place].value != .none && !word.contains("=")
      } else if isValue {
        isValue = false
      } else if !["[OPTIONS]", "[FLAGS]"].contains(word) {
        operands.append(HelpUsage.operand(word))
      }
    }
    return operands
  }

  private static func value(_ term: OptionTerm, _ summary: String) -> OptionValue? {
    let text = term.value
    if text.isEmpty { return OptionValue.none }
    if term.isOptional { return OptionValue(kind: .optional(.text, orNextWord: false)) }
    if text.hasPrefix("[") { return .unsure }
    if text.contains("...") { return .required(.text, .many) }
    let words = text.split(separator: " ")
    if words.count > 1 { return .required(.text, words.count == 2 ? .two : .many) }
    return .required(choices(summary))
  }

  private static func choices(_ summary: String) -> ValueType {
    guard let start = summary.firstRange(of: "[possible values: ") else { return .text }
    let list = summary[start.upperBound...].prefix { $0 != "]" }
    return OptionValue.choice(among: list.split(separator: ",").map(String.init))
  }
}
