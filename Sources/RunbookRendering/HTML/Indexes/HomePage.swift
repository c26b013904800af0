import RunbookChecks
import RunbookModel

/// What stands above the sections on the first page of a site that has no page of its own there: a way
/// to each page for whoever has an alert, a symptom, a command or a path, and no time.
struct HomePage {
  /// How many runbooks of a severity, and how many overdue pages, are named.
  private static let runbookLimit = 12
  private static let overdueLimit = 8

  let site: Site
  let alerts: [NameGroups.Named]
  let severities: [NameGroups.Named]
  /// Where the letters of the list of alerts are.
  let letters: [(letter: String, path: String, id: String)]

  /// The indexes that there are.
  let lists: [(title: String, path: String)]

  private static let path = "index.html"

  var markup: String {
    var writer = MarkupWriter()
    search(to: &writer)
    writeAlerts(to: &writer)
    for severity in severe { write(severity, to: &writer) }
    // What scripts uncover stands beside the rest, so that nothing moves.
    writer.raw("<div class=\"side\">\n<section data-recent hidden>\n")
    heading(site.words[.openedLately], "recent", to: &writer)
    writer.raw("<ul class=\"names\"></ul></section>\n")
    overdue(to: &writer)
    browse(to: &writer)
    writer.raw("</div>\n")
    return writer.string
  }

  private func search(to writer: inout MarkupWriter) {
    writer.raw("<form class=\"find\" action=\"search.html\" role=\"search\">\n<label for=\"find\">")
    writer.text(site.words[.searchFor])
    writer.raw("</label>\n<div><input id=\"find\" type=\"search\" name=\"q\" autocomplete=\"off\" ")
    writer.raw("spellcheck=\"false\">\n<button class=\"button\" type=\"submit\">")
    writer.text(site.words[.search])
    writer.raw("</button></div>\n</form>\n")
  }

  // MARK: Alerts

  private func writeAlerts(to writer: inout MarkupWriter) {
    guard !alerts.isEmpty else { return }
    heading(site.words[.alerts], "alerts", to: &writer)
    guard letters.isEmpty else {
      writer.raw("<ul class=\"letters\">\n")
      for (letter, path, id) in letters {
        writer.raw("<li><a href=\"")
        writer.href(RelativeURL.from(Self.path, to: path) + "#" + id)
        writer.raw("\">")
        writer.text(letter)
        writer.raw("</a></li>\n")
      }
      writer.raw("</ul>\n")
      return more(
        site.words.say(.allAlertsOf, count: alerts.count), Facet.alerts.overviewPath, to: &writer)
    }
    writer.raw("<ul class=\"names\">\n")
    for (name, pages) in alerts {
      // An alert with one runbook leads there at once.
      let target =
        pages.count == 1
        ? site.pages[pages[0].position].path.htmlPath : Facet.alerts.path(name)
      writer.raw("<li><a href=\"")
      writer.href(RelativeURL.from(Self.path, to: target))
      writer.raw("\">")
      CodeMarkup.writeWords(name, to: &writer)
      writer.raw("</a></li>\n")
    }
    writer.raw("</ul>\n")
  }

  // MARK: Severities

  /// The two worst, where severities are counted: `sev1`, `SEV-2`, `P1`.
  private var severe: [NameGroups.Named] {
    severities.filter { name, _ in
      let digits = name.drop { !$0.isWholeNumber }.prefix { $0.isWholeNumber }
      return Int(digits).map { $0 <= 2 } ?? (name.lowercased() == "critical")
    }
  }

  private func write(_ severity: NameGroups.Named, to writer: inout MarkupWriter) {
    let runbooks = severity.pages.filter { site.pages[$0.position].metadata.kind == .runbook }
    guard !runbooks.isEmpty else { return }
    let path = Facet.severities.path(severity.name)
    heading(
      site.words.say(.runbooksOf, ["severity": severity.name]), "severity-\(PagePath(path).stem)",
      to: &writer)
    list(runbooks.prefix(Self.runbookLimit).map(\.position), to: &writer) { _, _ in }
    if runbooks.count > Self.runbookLimit {
      let all = site.words.say(
        .allOfSeverity, count: severity.pages.count, ["severity": severity.name])
      more(all, path, to: &writer)
    }
  }

  // MARK: Reviews

  /// The pages that come due first; the browser shows those whose day has passed.
  private func overdue(to writer: inout MarkupWriter) {
    let dues = ReviewIndex.order(of: site).prefix(Self.overdueLimit)
    guard let first = dues.first else { return }
    writer.raw("<section data-due=\"\(first.due)\" hidden>\n")
    heading(site.words[.overdueReviews], "overdue", to: &writer)
    let days = Dictionary(uniqueKeysWithValues: dues.map { ($0.position, $0.due) })
    list(dues.map(\.position), to: &writer) { position, writer in
      if let due = days[position] { writer.raw(" data-due=\"\(due)\" hidden") }
    }
    more(site.words[ReviewIndex.title], ReviewIndex.path, to: &writer)
    writer.raw("</section>\n")
  }

  private func browse(to writer: inout MarkupWriter) {
    writer.raw("<section>\n")
    heading(site.words[.allLists], "lists", to: &writer)
    writer.raw("<ul class=\"names\">\n")
    for (title, path) in lists {
      writer.raw("<li>")
      writer.link(RelativeURL.from(Self.path, to: path), title)
      writer.raw("</li>\n")
    }
    writer.raw("</ul></section>\n")
  }

  // MARK: Pieces

  private func heading(_ title: String, _ id: String, to writer: inout MarkupWriter) {
    writer.raw("<h2")
    writer.attribute("id", id)
    writer.raw(">")
    writer.text(title)
    writer.raw("</h2>\n")
  }

  private func list(
    _ positions: [Int], to writer: inout MarkupWriter,
    _ attributes: (Int, inout MarkupWriter) -> Void
  ) {
    writer.raw("<ul class=\"names\">\n")
    for position in positions {
      let page = site.pages[position]
      writer.raw("<li")
      attributes(position, &writer)
      writer.raw(">")
      writer.shortLink(
        RelativeURL.from(Self.path, to: page.path.htmlPath), page.metadata.title.value)
      if let owner = page.metadata.owner?.value.team {
        writer.raw(" <small>")
        writer.text(owner)
        writer.raw("</small>")
      }
      writer.raw("</li>\n")
    }
    writer.raw("</ul>\n")
  }

  private func more(_ text: String, _ path: String, to writer: inout MarkupWriter) {
    writer.raw("<p class=\"more\">")
    writer.link(RelativeURL.from(Self.path, to: path), text)
    writer.raw("</p>\n")
  }
}
