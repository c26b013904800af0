import RunbookChecks
import RunbookCommands
import RunbookModel

/// The names that `index.mustache` is offered.
enum IndexValues {
  static let names: Set<String> = ["intro", "items", "parts"]
}

/// Writes the parts of an index.
struct IndexMarkup {
  let index: GeneratedIndex
  let site: Site

  private var words: Words { site.words }

  /// How many bytes of list stand on one page of the output, about. With its frame, the style sheet
  /// and the scripts, a page stays below 150 kB on a site of any size.
  static let partSize = 56 * 1024
  /// How many pages are named beside a name, and how many commands below a page.
  static let pagesShown = 3
  private static let usesShown = 6

  /// The pages of the output, each as long as it may be.
  var parts: [GeneratedIndex.Part] {
    var starts = [0]
    var size = 0
    for (number, item) in index.items.enumerated() {
      let added = self.size(of: item)
      if size > 0, size + added > (starts.count == 1 ? index.firstPartSize : Self.partSize) {
        starts.append(number)
        size = 0
      }
      size += added
    }
    return starts.enumerated().map { number, start in
      let end = number + 1 < starts.count ? starts[number + 1] : index.items.count
      return GeneratedIndex.Part(
        path: index.partPath(number), items: index.items[start..<end], number: number,
        count: starts.count)
    }
  }

  func values(of part: GeneratedIndex.Part) -> [String: [UInt8]] {
    var values = ["items": items(of: part)]
    if !index.intro.isEmpty && part.number == 0 { values["intro"] = Array(index.intro.utf8) }
    if part.count > 1 { values["parts"] = turn(part) }
    return values
  }

  private func items(of part: GeneratedIndex.Part) -> [UInt8] {
    var writer = MarkupWriter(reserving: 64 * 1024)
    var open = ""
    for item in part.items {
      let kind = Self.listClass(item)
      if kind != open {
        if !open.isEmpty { writer.raw("</ul>\n") }
        if !kind.isEmpty { writer.raw("<ul class=\"\(kind)\">\n") }
        open = kind
      }
      if case .heading(let title, let id) = item {
        heading(title, id, to: &writer)
        continue
      }
      if case .section(_, let depth?) = item, depth > 0 {
        writer.raw("<li class=\"d\(min(depth, 5))\">")
      } else {
        writer.raw("<li>")
      }
      write(item, from: part.path, to: &writer)
      writer.raw("</li>\n")
    }
    if !open.isEmpty { writer.raw("</ul>\n") }
    return writer.bytes
  }

  /// The class of the list that an item stands in; empty for what stands in none.
  private static func listClass(_ item: GeneratedIndex.Item) -> String {
    switch item {
    case .heading: ""
    case .section(_, let depth): depth == nil ? "sections" : "sections tree"
    default: "entries"
    }
  }

  private func heading(_ title: String, _ id: String, to writer: inout MarkupWriter) {
    writer.raw("<h2")
    writer.attribute("id", id)
    writer.raw(">")
    writer.text(title)
    writer.raw("<a class=\"anchor\" href=\"#")
    writer.href(id)
    writer.raw("\"")
    writer.attribute("aria-label", words[.permalink])
    writer.raw(">#</a></h2>\n")
  }

  private func write(
    _ item: GeneratedIndex.Item, from path: String, to writer: inout MarkupWriter
  ) {
    switch item {
    case .heading: break
    case .section(let folder, _):
      guard let section = site.section(folder) else { return }
      writer.link(RelativeURL.from(path, to: section.htmlPath), section.title)
      small(words.say(.pageCount, count: section.pageCount), to: &writer)
    case .page(let position, let uses): page(position, uses, from: path, to: &writer)
    case .name(let name, let target, let pages):
      writer.link(RelativeURL.from(path, to: target), name)
      small(words.say(.pageCount, count: pages.count), to: &writer)
      writer.raw("\n<p class=\"facts\">")
      for position in pages.prefix(Self.pagesShown) {
        let page = site.pages[position]
        writer.raw("<span>")
        writer.link(RelativeURL.from(path, to: page.path.htmlPath), page.metadata.title.value)
        writer.raw("</span> ")
      }
      let rest = pages.count - Self.pagesShown
      if rest > 0 {
        writer.raw("<span>")
        writer.text(words.say(.andMore, count: rest))
        writer.raw("</span>")
      }
      writer.raw("</p>")
    case .index(let title, let target, let detail):
      writer.link(RelativeURL.from(path, to: target), title)
      writer.raw("\n<p class=\"facts\">")
      writer.text(detail)
      writer.raw("</p>")
    }
  }

  private func page(
    _ position: Int, _ uses: [CommandUses.Use], from path: String, to writer: inout MarkupWriter
  ) {
    // A page's metadata is large: it is read where it stands.
    let url = RelativeURL.from(path, to: site.pages[position].path.htmlPath)
    writer.link(url, site.pages[position].metadata.title.value)
    flags(position, to: &writer)
    if uses.isEmpty, let summary = site.pages[position].metadata.summary {
      writer.raw("\n<p>")
      writer.text(summary)
      writer.raw("</p>")
    }
    for use in uses.prefix(Self.usesShown) {
      writer.raw("\n<p><a href=\"")
      writer.href(url)
      if !use.anchor.isEmpty {
        writer.raw("#")
        writer.href(use.anchor)
      }
      writer.raw("\">")
      CodeMarkup.writeWords(use.text, to: &writer)
      writer.raw("</a>")
      if let effect = use.effect, effect > .read {
        writer.raw(" ")
        EffectBadge.write(effect, words, to: &writer)
      }
      writer.raw("</p>")
    }
    if uses.count > Self.usesShown {
      writer.raw("\n<p>")
      writer.text(words.say(.moreCommands, count: uses.count - Self.usesShown))
      writer.raw("</p>")
    }
    facts(position, to: &writer)
  }

  private func flags(_ position: Int, to writer: inout MarkupWriter) {
    if let severity = site.pages[position].metadata.severity {
      writer.raw(" <span class=\"flag\">")
      writer.text(severity)
      writer.raw("</span>")
    }
    switch site.pages[position].metadata.lifecycle {
    case .draft: flag(.draft, "warn", to: &writer)
    case .deprecated: flag(.deprecated, "stop", to: &writer)
    case .active: break
    }
    guard let due = site.pages[position].due else { return }
    writer.raw(" <span class=\"flag warn\" data-due=\"\(due)\"")
    writer.raw(index.showsAge ? " data-age hidden>" : " hidden>")
    writer.text(words[.reviewOverdue])
    writer.raw("</span>")
  }

  private func flag(_ word: Word, _ tone: String, to writer: inout MarkupWriter) {
    writer.raw(" <span class=\"flag \(tone)\">")
    writer.text(words[word])
    writer.raw("</span>")
  }

  private func small(_ text: String, to writer: inout MarkupWriter) {
    writer.raw(" <small>")
    writer.text(text)
    writer.raw("</small>")
  }

  private func facts(_ position: Int, to writer: inout MarkupWriter) {
    writer.raw("\n<p class=\"facts\"><span>")
    writer.text(words.title(of: site.pages[position].metadata.kind))
    writer.raw("</span>")
    if let owner = site.pages[position].metadata.owner?.value.team {
      writer.raw(" <span>")
      writer.text(owner)
      writer.raw("</span>")
    }
    if let due = site.pages[position].due {
      writer.raw(" <span>")
      words.write(.reviewDue, to: &writer) { $1.time(due) }
      writer.raw("</span>")
    }
    writer.raw("</p>")
  }

  /// Links to the other parts.
  private func turn(_ part: GeneratedIndex.Part) -> [UInt8] {
    var writer = MarkupWriter()
    func link(_ number: Int, _ label: Word, _ relation: String) {
      guard part.number != number, (0..<part.count).contains(number) else { return }
      writer.raw("<a\(relation) href=\"")
      writer.href(RelativeURL.from(part.path, to: index.partPath(number)))
      writer.raw("\">")
      writer.text(words[label])
      writer.raw("</a> ")
    }
    link(0, .first, "")
    link(part.number - 1, .previous, " rel=\"prev\"")
    writer.raw("<span>")
    writer.text(words.say(.partOf, count: part.number + 1, ["all": String(part.count)]))
    writer.raw("</span> ")
    link(part.number + 1, .next, " rel=\"next\"")
    link(part.count - 1, .last, "")
    return writer.bytes
  }
}

/// How much an item adds to a page, without writing it: an estimate that leaves out escaping.
extension IndexMarkup {
  private func size(of item: GeneratedIndex.Item) -> Int {
    switch item {
    case .heading(let title, let id): 100 + title.utf8.count + 2 * id.utf8.count
    case .section(let folder, _): 70 + 2 * folder.utf8.count
    case .page(let position, let uses): size(of: site.pages[position], uses)
    case .name(let name, let target, let pages):
      pages.prefix(Self.pagesShown).reduce(60 + name.utf8.count + target.utf8.count) { sum, page in
        sum + 40 + titleAndURL(site.pages[page])
      }
    case .index(let title, let target, let detail):
      60 + title.utf8.count + target.utf8.count + detail.utf8.count
    }
  }

  private func size(of page: PageSummary, _ uses: [CommandUses.Use]) -> Int {
    let ownLines = 330 + titleAndURL(page) + (page.metadata.owner?.value.team.utf8.count ?? 0)
    guard !uses.isEmpty else { return ownLines + (page.metadata.summary?.utf8.count ?? 0) }
    let url = page.path.text.utf8.count
    return uses.prefix(Self.usesShown).reduce(ownLines) { sum, use in
      sum + 90 + url + use.anchor.utf8.count + CodeMarkup.size(ofWords: use.text)
    }
  }

  private func titleAndURL(_ page: PageSummary) -> Int {
    page.metadata.title.value.utf8.count + page.path.text.utf8.count
  }
}
