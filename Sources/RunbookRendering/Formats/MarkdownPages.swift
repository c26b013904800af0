import RunbookChecks
import RunbookModel

/// Each page as Markdown beside its HTML, and all of them in `llms-full.txt`, for assistants. Links between pages lead
/// to these files as they stand in the sources. Off unless the configuration says `assistants: {markdown: true}`.
struct MarkdownPages: FormatRenderer {
  static let format = OutputFormat(
    name: "markdown", isEnabled: { $0.config.hasMarkdownPages },
    renderer: { site, _, _ in MarkdownPages(site: site) }, names: [path],
    pagePaths: { [$0.text] })

  static let path = "llms-full.txt"

  let site: Site

  func render(_ page: CheckedRunbook) -> PageOutput {
    let text = MarkedMarkdown.text(of: page)
    var output = PageOutput(
      [OutputFile(path: page.path.text, bytes: Array(text.utf8))], note: text)
    output.record.put(text)
    return output
  }

  func recall(
    _ record: inout RecordReader, of _: PagePath
  ) throws(RecordDamage) -> (any Sendable)? {
    try record.take(String.self)
  }

  func finish(_ notes: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    var text = preface
    for (page, note) in zip(site.pages, notes) {
      guard let note = note as? String else { continue }
      text += "\n<!-- page: \(page.path.text) -->\n\n" + note
    }
    receive(OutputFile(path: Self.path, bytes: Array(text.utf8)))
  }

  /// What the marks mean, and the places that commands run in.
  private var preface: String {
    var text = """
      # \(site.config.title.split(whereSeparator: \.isNewline).joined(separator: " "))

      Every page of the site, as Markdown. Blocks of commands say in braces where they run (`in`), what they do (`effect`:
      read, write, destructive or unknown), whether a person has to confirm them first (`confirm`), and which values the
      reader fills in (`values`): these stand in the commands as `<name>`.

      """
    guard !site.config.contexts.isEmpty else { return text }
    text += "\nPlaces that commands run in:\n\n"
    for context in site.config.contexts {
      text += "- `\(context.id.value)`: \(context.title)\n"
    }
    return text
  }
}
