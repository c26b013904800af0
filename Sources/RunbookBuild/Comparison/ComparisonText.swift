import RunbookModel

/// A comparison as people read it in a terminal.
package enum ComparisonText {
  package static func text(_ comparison: SiteComparison) -> String {
    var text = ""
    for page in comparison.pages {
      text += TerminalText.escaped(page.title.map { "\(page.file): \($0)" } ?? page.file) + "\n"
      for change in page.changes { text += self.text(change) }
      text += "\n"
    }
    return text + summary(comparison) + "\n"
  }

  private static func text(_ change: ProcedureChange) -> String {
    var head = "  \(change.kind.isDangerous ? "!" : " ") \(change.kind.title)"
    if !change.step.isEmpty { head += " in \"\(change.step)\"" }
    if let place = change.newPlace ?? change.oldPlace {
      head += change.newPlace == nil ? " (was line \(place.line))" : " (line \(place.line))"
    }
    var lines = [head]
    if change.old != change.new {
      lines += (change.old ?? "").split(separator: "\n").map { "      - \($0)" }
      lines += (change.new ?? "").split(separator: "\n").map { "      + \($0)" }
    } else if let text = change.new {
      lines += text.split(separator: "\n").map { "        \($0)" }
    }
    lines += change.details.map { "        \($0)" }
    return lines.map { TerminalText.escaped($0) + "\n" }.joined()
  }

  /// `3 changes on 2 pages: 1 command changed, 2 effects raised`.
  package static func summary(_ comparison: SiteComparison) -> String {
    let changes = comparison.changes
    if changes.isEmpty { return "nothing that is run has changed" }
    let kinds = ProcedureChange.Kind.allCases.compactMap { kind -> String? in
      let count = changes.count { $0.kind == kind }
      return count == 0 ? nil : "\(count) × \(kind.title)"
    }
    let pages = comparison.pages.count
    return "\(changes.count.counted("change")) on \(pages.counted("page")): "
      + kinds.joined(separator: ", ")
  }
}

extension ProcedureChange.Kind {
  /// `effect raised`
  package var title: String { String(rawValue.map { $0 == "-" ? " " : $0 }) }
}
