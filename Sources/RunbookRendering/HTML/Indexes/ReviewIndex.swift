import RunbookChecks
import RunbookModel

/// The lists of pages by the day on which their review is due: one of all, and one for each owner. That
/// a day has passed is for the reader's browser to say, so a built site does not age by waiting.
struct ReviewIndex {
  static let path = "review.html"
  static let title = Word.reviewsByDate

  typealias Due = (position: Int, due: CalendarDate)

  /// How many owners are named above the list, and how many bytes of days say what is overdue for them.
  private static let ownerLimit = 40
  private static let ownerDaysLimit = 8 * 1024

  private typealias Owner = (name: String, pages: [Due])

  private let site: Site
  private let order: [Due]
  /// Those with the most pages first.
  private let owners: [Owner]

  init(_ site: Site) {
    self.site = site
    order = Self.order(of: site)
    let owned = order.compactMap { due in
      site.pages[due.position].metadata.owner.map { (name: $0.value.team, due: due) }
    }
    owners = Dictionary(grouping: owned, by: \.name)
      .map { (name: $0.key, pages: $0.value.map(\.due)) }
      .sorted { ($1.pages.count, $0.name) < ($0.pages.count, $1.name) }
  }

  /// Positions in `Site.pages` of the pages that are due at some time, the first due first.
  static func order(of site: Site) -> [Due] {
    let dated = site.pages.enumerated().compactMap { position, page in
      page.metadata.due.map { (position: position, due: $0) }
    }
    return dated.sorted { ($0.due, $0.position) < ($1.due, $1.position) }
  }

  /// Of one owner. A tilde is in no name that an index is called by.
  private static func path(of owner: String) -> String {
    "\(Facet.owners.path(owner).dropLast(".html".count))~reviews.html"
  }

  func forEach(_ body: (GeneratedIndex) -> Void) {
    let words = site.words
    let top = (title: words[GeneratedIndexes.overviewTitle], path: GeneratedIndexes.overviewPath)
    body(
      index(
        Self.path, words[Self.title], order, trail: [top],
        owners.count > 1 ? ownerList() : "",
        otherForms()))
    guard owners.count > 1 else { return }
    // Two owners may come to the same file name: they then share a list.
    for (path, owners) in Dictionary(grouping: owners, by: { Self.path(of: $0.name) })
      .sorted(by: { $0.key < $1.key })
    {
      let pages = owners.flatMap(\.pages).sorted { ($0.due, $0.position) < ($1.due, $1.position) }
      let name = owners.map(\.name).joined(separator: ", ")
      body(
        index(
          path, words.say(.reviewsOfOwner, ["name": name]), pages,
          trail: [top, (words[Facet.owners.title], Facet.owners.overviewPath)], back(from: path)))
    }
  }

  /// The way from the page of an owner to the list of its reviews.
  func link(from path: String, to owner: String) -> String {
    let target = owners.count > 1 ? Self.path(of: owner) : Self.path
    var writer = MarkupWriter()
    writer.raw("<p>")
    writer.link(RelativeURL.from(path, to: target), site.words[Self.title])
    writer.raw("</p>\n")
    return writer.string
  }

  private func otherForms() -> String {
    var writer = MarkupWriter()
    writer.raw("<p>")
    site.words.write(.sameList, to: &writer) { name, writer in
      if name == "json" {
        writer.link("review.json", "JSON")
      } else {
        writer.link("review.ics", site.words[.calendar])
      }
    }
    writer.raw("</p>\n")
    return writer.string
  }

  private func back(from path: String) -> String {
    var writer = MarkupWriter()
    writer.raw("<p>")
    writer.link(RelativeURL.from(path, to: Self.path), site.words[.reviewsOfAll])
    writer.raw("</p>\n")
    return writer.string
  }

  private func index(
    _ path: String, _ title: String, _ dues: [Due], trail: [(title: String, path: String)],
    _ more: String...
  ) -> GeneratedIndex {
    var items: [GeneratedIndex.Item] = []
    var month = ""
    for (position, due) in dues {
      let name = String(due.description.dropLast(3))
      if name != month {
        items.append(.heading(site.words.say(.dueInMonth, ["month": name]), id: "due-\(name)"))
      }
      month = name
      items.append(.page(position, uses: []))
    }
    let intro =
      "<p role=\"status\" data-dues=\"\(Self.days(dues))\" hidden></p>\n" + more.joined()
    return GeneratedIndex(
      path: path, title: title, intro: intro, trail: trail, showsAge: true, items: items)
  }

  /// The browser adds up the days that have passed; the list itself may go over several pages.
  private static func days(_ dues: [Due]) -> String {
    var days: [(due: CalendarDate, count: Int)] = []
    for (_, due) in dues {
      if days.last?.due == due {
        days[days.count - 1].count += 1
      } else {
        days.append((due, 1))
      }
    }
    return days.map { $0.count == 1 ? "\($0.due)" : "\($0.due):\($0.count)" }
      .joined(separator: " ")
  }

  // MARK: Owners

  private func ownerList() -> String {
    var writer = MarkupWriter()
    var size = 0
    writer.raw("<h2 id=\"by-owner\">")
    writer.text(site.words[.byOwner])
    writer.raw("</h2>\n<ul class=\"sections\">\n")
    for owner in owners.prefix(Self.ownerLimit) {
      writer.raw("<li>")
      writer.link(RelativeURL.from(Self.path, to: Self.path(of: owner.name)), owner.name)
      writer.raw(" <small>")
      writer.text(site.words.say(.pageCount, count: owner.pages.count))
      writer.raw("</small>")
      let days = Self.days(owner.pages)
      size += days.utf8.count
      if size <= Self.ownerDaysLimit {
        writer.raw(" <span class=\"flag warn\" data-overdue=\"\(days)\" hidden></span>")
      }
      writer.raw("</li>\n")
    }
    writer.raw("</ul>\n")
    if owners.count > Self.ownerLimit {
      writer.raw("<p>")
      writer.link(
        RelativeURL.from(Self.path, to: Facet.owners.overviewPath),
        site.words.say(.allOwnersOf, count: owners.count))
      writer.raw("</p>\n")
    }
    return writer.string
  }
}
