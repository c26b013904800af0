import RunbookChecks
import RunbookModel

/// `llms.txt`: the pages with their summaries, for assistants (llmstxt.org, "The /llms.txt file").
struct LLMsText: FormatRenderer {
  static let format = OutputFormat(
    name: "llms", isEnabled: { _ in true }, renderer: { site, _, _ in LLMsText(site: site) },
    names: ["llms.txt"])

  let site: Site

  func finish(_: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    var text = "# \(Self.line(site.config.title))\n"
    for section in site.sections {
      let pages = ((section.index.map { [$0] } ?? []) + section.pages).compactMap { site.page($0) }
      guard !pages.isEmpty else { continue }
      text += "\n## \(Self.line(section.title))\n\n"
      for page in pages {
        let file = site.config.hasMarkdownPages ? page.path.text : page.path.htmlPath
        let url = RelativeURL.from("llms.txt", to: file)
        text += "- [\(Self.line(page.metadata.title.value))](\(url))"
        text += page.metadata.summary.map { ": \(Self.line($0))\n" } ?? "\n"
      }
    }
    receive(OutputFile(path: "llms.txt", bytes: Array(text.utf8)))
  }

  private static func line(_ text: String) -> String {
    let isPlain = zip(text.utf8, text.utf8.dropFirst()).allSatisfy { byte, next in
      (0x20..<0x7F).contains(byte) && (byte > 0x20 || next > 0x20)
    }
    guard
      !isPlain || text.utf8.first == 0x20
        || text.utf8.last.map({ !(0x21..<0x7F).contains($0) }) ?? true
    else { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
