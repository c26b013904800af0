import RunbookModel

/// Findings for people: what, where with the source line, why, and what to do.
package struct TextPrinter: DiagnosticPrinter {
  package let name = "text"
  package let isForPeople = true
  package let hasTotals = true
  private let isColoured: Bool
  private let totals: Totals

  private static let width = 100

  /// What follows the findings.
  package enum Totals: Sendable { case none, counts, table }

  package init(isColoured: Bool = false, totals: Totals = .counts) {
    self.isColoured = isColoured
    self.totals = totals
  }

  package func render(_ report: DiagnosticReport) -> String {
    var lines: [String] = []
    for diagnostic in report.worst {
      append(diagnostic, report, to: &lines)
      lines.append("")
    }
    let findings = lines.map { $0 + "\n" }.joined()
    return totals == .none
      ? findings : findings + RunTotals.text(report, hasTable: totals == .table)
  }

  private func append(
    _ diagnostic: Diagnostic, _ report: DiagnosticReport, to lines: inout [String]
  ) {
    let ranges = [diagnostic.range] + diagnostic.notes.map(\.range)
    let margin = ranges.map { String(report.place($0).start.line).utf8.count }.max() ?? 1
    let color = Self.color(diagnostic.severity)
    let rule = TerminalText.linked(
      TerminalText.escaped(diagnostic.id), to: report.address(ofRule: diagnostic.id))
    lines.append(
      paint("\(diagnostic.severity.rawValue)[\(rule)]", color)
        + paint(": " + TerminalText.escaped(diagnostic.summary), .bold))
    appendPlace(diagnostic.range, margin, ("^", color), report, to: &lines)
    if !diagnostic.explanation.isEmpty {
      let indent = String(repeating: " ", count: margin + 1)
      if report.sources[diagnostic.range.file] != nil { lines.append(indent + paint("|", .blue)) }
      let words = TerminalText.wrapped(diagnostic.explanation, to: Self.width - margin - 3)
      for (index, line) in words.enumerated() {
        let lead = indent + (index == 0 ? paint("=", .blue) : " ")
        lines.append(line.isEmpty ? "" : lead + " " + line)
      }
    }
    for note in diagnostic.notes {
      lines.append(paint("note", .bold) + ": " + TerminalText.escaped(note.text))
      appendPlace(note.range, margin, ("-", .blue), report, to: &lines)
    }
    for fix in diagnostic.fixes {
      lines.append(paint("help", .green) + ": " + TerminalText.escaped(fix.title))
    }
  }

  private func appendPlace(
    _ range: SourceRange, _ margin: Int, _ mark: (text: String, color: Color),
    _ report: DiagnosticReport, to lines: inout [String]
  ) {
    let indent = String(repeating: " ", count: margin)
    let file = TerminalText.escaped(report.shownPath(range.file))
    let address = report.address(range.file)
    guard let source = report.sources[range.file] else {
      lines.append(indent + paint("-->", .blue) + " " + TerminalText.linked(file, to: address))
      return
    }
    let excerpt = SourceExcerpt(range.bytes, of: source, at: report.place(range).start)
    let position = excerpt.position
    let number = String(position.line)
    let padding = String(repeating: " ", count: margin - number.utf8.count)
    let place = "\(file):\(position.line):\(position.column)"
    lines.append(indent + paint("-->", .blue) + " " + TerminalText.linked(place, to: address))
    lines.append(indent + paint(" |", .blue))
    lines.append(
      paint("\(padding)\(number) |", .blue) + (excerpt.text.isEmpty ? "" : " " + excerpt.text))
    lines.append(
      indent + paint(" |", .blue) + " " + String(repeating: " ", count: excerpt.caretColumn)
        + paint(String(repeating: mark.text, count: excerpt.caretCount), mark.color))
  }

  private enum Color: String {
    case bold = "1"
    case red = "1;31"
    case green = "1;32"
    case yellow = "1;33"
    case blue = "1;34"
    case cyan = "1;36"
  }

  private static func color(_ severity: Severity) -> Color {
    switch severity {
    case .error: .red
    case .warning: .yellow
    case .info: .cyan
    }
  }

  private func paint(_ text: String, _ color: Color) -> String {
    isColoured ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
