/// Help that people wrote by hand, in the manner of GNU or any other. It may leave things out, and a
/// program that was made so may do what a verb says although `--help` stands behind it.
enum PlainHelp {
  static let kind = HelpKind(
    name: "hand-written help", dialect: "gnu", isGenerated: false, recognises: { _ in true },
    read: read)

  private static func read(_ help: HelpText, _ words: [String]) -> HelpPage {
    let sections = HelpSection.all(help)
    var page = HelpPage()
    page.isWhole = false
    for section in sections {
      page.addOptions(section.lines) { term, _ in OptionValue.usual(term) }
      if section.title.hasSuffix("commands") { page.addVerbs(section.lines) }
    }
    for line in HelpUsage.lines(sections) {
      for word in line where word.hasPrefix("[-") && word.hasSuffix("]") {
        for text in word.dropFirst().dropLast().split(separator: "|") {
          page.addFromUsage(text.trimmingBlanks()) { term, _ in OptionValue.usual(term) }
        }
      }
    }
    return page
  }
}

extension Substring {
  fileprivate func trimmingBlanks() -> String {
    String(drop { $0 == " " }).trimmingEnd()
  }
}
