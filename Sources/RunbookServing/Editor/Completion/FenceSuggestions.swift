import RunbookChecks
import RunbookModel

/// What the opening line of a block takes: its language, and attributes such as `in=`.
enum FenceSuggestions {
  private static let attributes: [(name: String, summary: String)] = [
    ("step=", "The name of the step, as links and inputs name it: `#step-NAME`."),
    ("in=", "The context that the commands run in."),
    ("effect=", "What the block does to the system, where its commands do not say it."),
  ]

  private static let languages = [
    "bash", "console", "sh", "powershell", "text", "yaml", "json", "toml", "hcl", "sql", "python",
    "ini", "diff", "xml", "promql",
  ]

  /// Nil elsewhere.
  static func all(at offset: Int, on page: EditorPage) -> [Suggestion]? {
    let line = page.text.line(at: offset)
    let before = page.text.string(line.lowerBound..<offset)
    let text = before.drop { $0 == " " || $0 == ">" }
    guard let mark = text.first, mark == "`" || mark == "~",
      text.hasPrefix(String(repeating: mark, count: 3))
    else { return nil }
    // The line that closes a block takes nothing.
    let isInside = page.draft.page.outline.codeBlocks.contains {
      $0.range.lowerBound < line.lowerBound && line.upperBound <= $0.range.upperBound
    }
    guard !isInside else { return [] }
    let info = text.drop { $0 == mark }
    guard let brace = info.firstIndex(of: "{") else {
      guard !info.contains(" ") else { return [] }
      let typed = offset - info.utf8.count..<offset
      return languages.map { Suggestion($0, .keyword, replacing: typed) }
    }
    let word =
      info[info.index(after: brace)...].split(
        separator: " ", omittingEmptySubsequences: false
      ).last ?? ""
    return self.attributes(String(word), endingAt: offset, on: page)
  }

  private static func attributes(
    _ word: String, endingAt offset: Int, on page: EditorPage
  ) -> [Suggestion] {
    guard let sign = word.firstIndex(of: "=") else {
      let typed = offset - word.utf8.count..<offset
      return attributes.map {
        Suggestion($0.name, .property, replacing: typed, documentation: $0.summary)
      }
    }
    let value = word[word.index(after: sign)...]
    let typed = offset - value.utf8.count..<offset
    switch word[..<sign] {
    case "in":
      return page.config.contexts.map {
        Suggestion($0.id.value, .constant, replacing: typed, detail: $0.title)
      }
    case "step":
      // Names that are spoken of and that no step has.
      let known = Set(page.draft.blocks.compactMap(\.step?.text))
      let wanted = page.mentions.all.compactMap { mention -> String? in
        guard case .anchor(page.path, let anchor) = mention.subject, anchor.hasPrefix("step-")
        else {
          return nil
        }
        return String(anchor.dropFirst("step-".count))
      }
      return Set(wanted).subtracting(known).sorted().map {
        Suggestion($0, .reference, replacing: typed)
      }
    case "effect":
      return ["read", "write", "destructive"].map { Suggestion($0, .value, replacing: typed) }
    default: return []
    }
  }
}
