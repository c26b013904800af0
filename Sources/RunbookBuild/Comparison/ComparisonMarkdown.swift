/// A comparison as a comment on a pull request, in GitHub's Markdown.
package enum ComparisonMarkdown {
  package static func text(_ comparison: SiteComparison) -> String {
    var text = "## What changes for who runs the runbooks\n\n"
    text += prose(ComparisonText.summary(comparison)) + ".\n"
    for page in comparison.pages {
      let name = page.title.map { "\(prose($0)) (\(code(page.file)))" } ?? code(page.file)
      text += "\n### \(name)\n"
      for change in page.changes { text += "\n" + item(change) }
    }
    return text
  }

  private static func item(_ change: ProcedureChange) -> String {
    var line = "- \(change.kind.isDangerous ? "⚠️ " : "")**\(change.kind.title)**"
    if !change.step.isEmpty { line += " in \"\(prose(change.step))\"" }
    if let place = change.newPlace ?? change.oldPlace {
      line += change.newPlace == nil ? ", was line \(place.line)" : ", line \(place.line)"
    }
    if !change.details.isEmpty { line += ": " + change.details.map(code).joined(separator: ", ") }
    let lines =
      change.old == change.new
      ? (change.new ?? "").split(separator: "\n").map { "  \($0)" }
      : (change.old ?? "").split(separator: "\n").map { "- \($0)" }
        + (change.new ?? "").split(separator: "\n").map { "+ \($0)" }
    guard !lines.isEmpty else { return line + "\n" }
    let fence = String(repeating: "`", count: max(3, longestRun(of: "`", in: lines) + 1))
    return line + "\n\n"
      + ([fence + "diff"] + lines + [fence]).map { "  \($0)\n" }.joined()
  }

  /// Text in which nothing is markup.
  private static func prose(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_{}[]<>()#|~@&".contains(character) { result.append("\\") }
      result.append(character.isNewline ? " " : character)
    }
  }

  private static func code(_ text: String) -> String {
    let ticks = String(repeating: "`", count: longestRun(of: "`", in: [text]) + 1)
    let line = String(text.map { $0.isNewline ? " " : $0 })
    let needsSpace = line.hasPrefix("`") || line.hasSuffix("`")
    return ticks + (needsSpace ? " \(line) " : line) + ticks
  }

  private static func longestRun(of wanted: Character, in lines: [String]) -> Int {
    var longest = 0
    for line in lines {
      var run = 0
      for character in line {
        run = character == wanted ? run + 1 : 0
        longest = max(longest, run)
      }
    }
    return longest
  }
}
