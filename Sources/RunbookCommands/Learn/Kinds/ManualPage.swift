/// A page of the manual, as man(1) prints it.
enum ManualPage {
  static let kind = HelpKind(
    name: "manual page", dialect: "gnu", isGenerated: false, recognises: recognises, read: read)

  /// `NAME(1)   …   NAME(1)` on the first line, and sections that stand at the margin.
  private static func recognises(_ help: HelpText) -> Bool {
    guard let first = help.lines.first(where: { !$0.isBlank }) else { return false }
    let ends = first.text.split(separator: " ").map { $0.hasSuffix(")") && $0.contains("(") }
    return ends.first == true && ends.last == true
      && help.lines.contains { $0.indent == 0 && $0.text == "NAME" }
  }

  /// Sections whose dashes are no options of the program.
  private static let others: Set = [
    "name", "synopsis", "examples", "example", "see also", "exit status", "environment", "files",
    "bugs", "author", "authors", "history", "notes", "copyright", "reporting bugs", "diagnostics",
  ]

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    var page = HelpPage()
    for section in HelpSection.ofManual(help) where !others.contains(section.title) {
      page.addOptions(section.lines) { term, _ in OptionValue.usual(term) }
    }
    page.isWhole = false
    return page
  }
}
