/// The help of Go's urfave/cli: headings in capital letters with a colon.
enum UrfaveHelp {
  static let kind = HelpKind(
    name: "urfave/cli", dialect: "go", isGenerated: true, hasHelpVerb: true,
    recognises: { help in
      let headings = Set(help.lines.filter { $0.indent == 0 }.map(\.text))
      return headings.contains("NAME:") && headings.contains("USAGE:")
        && !headings.isDisjoint(with: ["OPTIONS:", "GLOBAL OPTIONS:", "COMMANDS:"])
    }, read: read)

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    var page = HelpPage()
    for section in HelpSection.all(help) {
      if section.title.hasSuffix("options") {
        page.addOptions(withoutRepeats(section.lines), value: value)
      } else if section.title == "commands" {
        // A category is a line of its own above its commands.
        let lines = section.lines.filter { !$0.text.hasSuffix(":") && !$0.isBlank }
        let margin = lines.map(\.indent).min() ?? 0
        page.addVerbs(
          lines.filter { $0.indent <= margin + 2 }.map { .init(indent: margin, text: $0.text) })
      }
    }
    // A program may do something with what is none of its commands.
    page.takesPlugins = !page.verbs.isEmpty
    page.operands = page.verbs.isEmpty ? nil : []
    return page
  }

  /// `--label value [ --label value ]` says that it may be given again.
  private static func withoutRepeats(_ lines: [HelpText.Line]) -> [HelpText.Line] {
    lines.map { line in
      guard let start = line.text.firstRange(of: " [ -"),
        let end = line.text[start.upperBound...].firstRange(of: "]")
      else { return line }
      return .init(
        indent: line.indent,
        text: line.text[..<start.lowerBound] + "  " + line.text[end.upperBound...])
    }
  }

  private static func value(_ term: OptionTerm, _ summary: String) -> OptionValue? {
    switch term.value {
    case "": OptionValue.none
    case "int", "uint": .required(.integer)
    case "duration": .required(.duration)
    case _ where term.value.contains(" "): nil
    default: .required()
    }
  }
}
