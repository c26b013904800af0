/// The help of Python's click: "Show this message and exit."
enum ClickHelp {
  static let kind = HelpKind(
    name: "click", dialect: "click", isGenerated: true,
    recognises: { $0.words.contains("Show this message and exit.") }, read: read)

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    let sections = HelpSection.all(help)
    var page = HelpPage()
    for section in sections where section.title != "usage" {
      page.addOptions(section.lines, value: value)
    }
    let usage = HelpUsage(sections, after: words.count)?.words ?? []
    let own = usage.drop { $0 != "[OPTIONS]" }.dropFirst()
    let isGroup = own.contains("COMMAND") || own.contains { $0.hasPrefix("COMMAND1") }
    if isGroup {
      // A group may have headings of its own for its commands.
      for section in sections where section.title != "usage" {
        page.addVerbs(section.lines.filter { !$0.isBlank && isVerbLine($0, in: section) })
      }
    }
    page.operands = isGroup ? [] : operands(Array(own))
    page.optionsLead = HelpUsage.endsWithCommand(Array(own))
    return page
  }

  private static func isVerbLine(_ line: HelpText.Line, in section: HelpSection) -> Bool {
    !section.title.isEmpty && !section.lines.contains(where: \.startsOption)
  }

  /// What stands in brackets with bars is a list, needed or not; dots of their own are an author's words.
  private static func operands(_ words: [String]) -> [Operand]? {
    guard words.allSatisfy({ !$0.contains("|") && $0 != "..." }) else { return nil }
    return words.map(HelpUsage.operand)
  }

  private static func value(_ term: OptionTerm, _ summary: String) -> OptionValue? {
    var value = kind(term.value)
    // What the environment may give is needed by nobody.
    if !summary.lowercased().contains("env var:") {
      value?.isRequired = summary.contains("[required]") || summary.contains("; required]")
    }
    return value
  }

  private static func kind(_ text: String) -> OptionValue? {
    switch text {
    case "": OptionValue.none
    case "INTEGER", "INTEGER RANGE": .required(.integer)
    case "FLOAT RANGE": .required()
    case "PATH", "FILE", "DIRECTORY", "FILENAME": .required(.path)
    case _ where text.hasPrefix("<") && text.contains(" "):
      .required(.text, text.split(separator: " ").count == 2 ? .two : .many)
    case _ where text.hasSuffix("..."): .required(.text, .many)
    // A list, whose words may be written in capital letters, too; or forms of a date.
    case _ where text.hasPrefix("["): .required()
    case _ where text.contains(" "): nil
    default: .required()
    }
  }
}
