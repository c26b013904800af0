import RunbookChecks
import RunbookModel

/// `llms.txt`: the pages with their summaries, for assistants (llmstxt.org, "The /llms.txt file").
enum LLMsText {
  static let format = OutputFormat(name: "llms", isEnabled: { _ in true }, render: render)

  private static func render(_ site: Site, _: TemplateSet, _: RenderOptions) -> [OutputFile] {
    var text = "# \(line(site.config.title))\n"
    for section in site.sections {
      let pages = ((section.index.map { [$0] } ?? []) + section.pages).compactMap { site.page($0) }
      guard !pages.isEmpty else { continue }
      text += "\n## \(line(section.title))\n\n"
      for page in pages {
        let url = RelativeURL.from("llms.txt", to: page.path.htmlPath)
        text += "- [\(line(page.metadata.title.value))](\(url))"
        text += page.metadata.summary.map { ": \(line($0))\n" } ?? "\n"
      }
    }
    return [OutputFile(path: "llms.txt", bytes: Array(text.utf8))]
  }

  private static func line(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
