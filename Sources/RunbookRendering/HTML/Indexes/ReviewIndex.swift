import RunbookChecks
import RunbookModel

/// The list of pages by the day on which their review is due. That a day has passed is for the
/// reader's browser to say, so a built site does not age by waiting.
enum ReviewIndex {
  static let path = "review.html"
  static let title = "Reviews by due date"

  /// Positions in `Site.pages` of the pages that are due at some time, the first due first.
  static func order(of site: Site) -> [(position: Int, due: CalendarDate)] {
    let dated = site.pages.enumerated().compactMap { position, page in
      page.metadata.due.map { (position: position, due: $0) }
    }
    return dated.sorted { ($0.due, $0.position) < ($1.due, $1.position) }
  }

  static func index(of site: Site) -> GeneratedIndex {
    var items: [GeneratedIndex.Item] = []
    var month = ""
    var dues: [(due: CalendarDate, count: Int)] = []
    for (position, due) in order(of: site) {
      let name = String(due.description.dropLast(3))
      if name != month { items.append(.heading("Due in \(name)")) }
      month = name
      items.append(.page(position, uses: []))
      if dues.last?.due == due {
        dues[dues.count - 1].count += 1
      } else {
        dues.append((due, 1))
      }
    }
    return GeneratedIndex(
      path: path, title: title, intro: intro(dues),
      parent: (GeneratedIndexes.overviewTitle, GeneratedIndexes.overviewPath), items: items)
  }

  /// The browser adds up the days that have passed; the list itself may go over several pages.
  private static func intro(_ dues: [(due: CalendarDate, count: Int)]) -> String {
    let days = dues.map { $0.count == 1 ? "\($0.due)" : "\($0.due):\($0.count)" }
    var writer = MarkupWriter()
    writer.raw("<p role=\"status\" data-dues=\"\(days.joined(separator: " "))\" hidden></p>\n")
    writer.raw("<p>The same list as <a href=\"review.json\">JSON</a>")
    writer.raw(" and as a <a href=\"review.ics\">calendar</a>.</p>\n")
    return writer.string
  }
}
