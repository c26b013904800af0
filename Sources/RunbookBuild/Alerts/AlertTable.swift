package import RunbookChecks
import RunbookModel

/// The alerts and their pages as a table for people.
package enum AlertTable {
  package static func text(_ audit: AlertAudit) -> String {
    var rows = [["alert", "severity", "runbook"]]
    rows += audit.entries.map { entry in
      [
        entry.rule.name.value, entry.rule.severity?.value ?? "-",
        entry.page.map(\.sourcePath) ?? link(entry),
      ]
    }
    let widths = [0, 1].map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let line = [row[0].padded(to: widths[0]), row[1].padded(to: widths[1]), row[2]]
      return TerminalText.escaped(line.joined(separator: "  ")) + "\n"
    }.joined() + count(audit) + "\n"
  }

  private static func link(_ entry: AlertAudit.Entry) -> String {
    entry.rule.runbook.map { url in
      switch entry.target {
      case .missing: url.value + " (not there)"
      default: url.value
      }
    } ?? "-"
  }

  private static func count(_ audit: AlertAudit) -> String {
    let names = Set(audit.entries.map(\.rule.name.value))
    let withPage = Set(audit.entries.filter { $0.page != nil }.map(\.rule.name.value))
    return
      "\(names.count.counted("alert")), \(withPage.count) with a page of this site"
  }
}
