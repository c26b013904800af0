import RunbookModel
import RunbookRendering

/// A review for people: a table of what is due, and lists of the rest.
package enum ReviewText {
  package static func text(_ review: SiteReview) -> String {
    let waiting = review.pages.filter { [.overdue, .never, .due].contains($0.state) }
    return table(waiting) + counts(review)
      + list("Owners that CODEOWNERS does not know:", review, .ownerUnknown) { page in
        ["\(page.file): \(page.owner ?? "")"]
      }
      + list("Pages that nothing leads to, neither a link nor an alert:", review, .unlinked) {
        [$0.file]
      }
      + list("Commands that the named versions lack or advise against:", review, .command) { page in
        page.commands.map { "\(page.file):\($0.line):\($0.column): \($0.text)" }
      }
  }

  private static func table(_ pages: [SiteReview.Page]) -> String {
    guard !pages.isEmpty else { return "" }
    let rows =
      [["", "due", "days", "owner", "page"]]
      + pages.map { page in
        [
          page.state.rawValue, page.due?.description ?? "-", page.days.map(String.init) ?? "-",
          page.owner ?? "-", page.file,
        ]
      }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      let cells = row.indices.dropLast().map { row[$0].padded(to: widths[$0]) } + [row[4]]
      return TerminalText.escaped(cells.joined(separator: "  ")) + "\n"
    }.joined()
  }

  private static func counts(_ review: SiteReview) -> String {
    "\(review.pages.count.counted("page")): \(review.count(.overdue)) overdue, "
      + "\(review.count(.due)) due within \(review.horizon) days, "
      + "\(review.count(.never)) never reviewed\n"
  }

  private static func list(
    _ title: String, _ review: SiteReview, _ reason: SiteReview.Reason,
    _ lines: (SiteReview.Page) -> [String]
  ) -> String {
    let found = review.pages.filter { $0.reasons.contains(reason) }.sorted { $0.file < $1.file }
      .flatMap(lines)
    guard !found.isEmpty else { return "" }
    return "\n" + title + "\n"
      + found.map { "  " + TerminalText.escaped($0) + "\n" }.joined()
  }

  package static func json(_ review: SiteReview) -> String {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(1) }
      json.member("hasCodeOwners") { $0.boolean(review.hasCodeOwners) }
      json.member("horizon") { $0.number(review.horizon) }
      json.member("counts") { json in
        json.object { json in
          for reason in SiteReview.Reason.allCases {
            json.member(reason.rawValue) { $0.number(review.count(reason)) }
          }
        }
      }
      json.member("pages") { $0.array(review.pages) { page($1, &$0) } }
    }
    return String(decoding: json.bytes, as: UTF8.self) + "\n"
  }

  private static func page(_ page: SiteReview.Page, _ json: inout JSONWriter) {
    json.object { json in
      json.member("file") { $0.string(page.file) }
      json.member("title") { $0.string(page.title) }
      json.member("owner") { $0.string(page.owner) }
      json.member("state") { $0.string(page.state.rawValue) }
      json.member("reviewed") { $0.string(page.reviewed?.description) }
      json.member("due") { $0.string(page.due?.description) }
      if let days = page.days { json.member("days") { $0.number(days) } }
      json.member("reasons") { $0.array(page.reasons) { $0.string($1.rawValue) } }
      json.member("commands") { json in
        json.array(page.commands) { json, command in
          json.object { json in
            json.member("line") { $0.number(command.line) }
            json.member("column") { $0.number(command.column) }
            json.member("text") { $0.string(command.text) }
          }
        }
      }
    }
  }
}
