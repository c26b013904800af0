import RunbookChecks
import RunbookModel

/// A list that is made from what pages say of themselves.
struct GeneratedIndex {
  enum Item {
    case heading(String)
    /// A page, by its position in `Site.pages`, with the commands of it that matter here.
    case page(Int, uses: [CommandUses.Use])
    /// A name that has an index of its own, with the pages that have it.
    case name(String, path: String, pages: [Int])
    /// Another index.
    case index(title: String, path: String, detail: String)
  }

  /// Relative to the site's root.
  let path: String
  let title: String
  /// Markup above the list.
  var intro = ""
  /// The index that this one belongs to.
  var parent: (title: String, path: String)?
  var items: [Item]

  /// How many items stand on one page of the output, so that no page of a large site gets heavy.
  static let pageLength = 250

  /// A page of the output: the list, or a part of it.
  struct Part {
    let path: String
    let items: ArraySlice<Item>
    let number: Int
    let count: Int
  }

  var parts: [Part] {
    let starts =
      items.isEmpty ? [0] : Array(stride(from: 0, to: items.count, by: Self.pageLength))
    return starts.enumerated().map { number, start in
      Part(
        path: partPath(number), items: items[start...].prefix(Self.pageLength), number: number,
        count: starts.count)
    }
  }

  /// A tilde is in no name that an index is called by, so parts never meet another index.
  func partPath(_ number: Int) -> String {
    number == 0 ? path : "\(path.dropLast(".html".count))~\(number + 1).html"
  }
}

/// The names that `index.mustache` is offered.
enum IndexValues {
  static let names: Set<String> = ["intro", "items", "parts"]
}

/// Writes the parts of an index.
struct IndexMarkup {
  let index: GeneratedIndex
  let site: Site

  /// How many pages are named beside a name, and how many commands below a page.
  private static let pagesShown = 3
  private static let usesShown = 6

  func values(of part: GeneratedIndex.Part) -> [String: [UInt8]] {
    var values = ["items": items(of: part)]
    if !index.intro.isEmpty && part.number == 0 { values["intro"] = Array(index.intro.utf8) }
    if part.count > 1 { values["parts"] = turn(part) }
    return values
  }

  private func items(of part: GeneratedIndex.Part) -> [UInt8] {
    var writer = MarkupWriter(reserving: 64 * 1024)
    var isOpen = false
    var headings = 0
    for item in part.items {
      if case .heading(let title) = item {
        if isOpen { writer.raw("</ul>\n") }
        isOpen = false
        headings += 1
        heading(title, "group-\(headings)", to: &writer)
        continue
      }
      if !isOpen { writer.raw("<ul class=\"entries\">\n") }
      isOpen = true
      writer.raw("<li>")
      write(item, from: part.path, to: &writer)
      writer.raw("</li>\n")
    }
    if isOpen { writer.raw("</ul>\n") }
    return writer.bytes
  }

  private func heading(_ title: String, _ id: String, to writer: inout MarkupWriter) {
    writer.raw("<h2 id=\"\(id)\">")
    writer.text(title)
    writer.raw(
      "<a class=\"anchor\" href=\"#\(id)\" aria-label=\"Permalink\">#</a></h2>\n")
  }

  private func write(
    _ item: GeneratedIndex.Item, from path: String, to writer: inout MarkupWriter
  ) {
    switch item {
    case .heading: break
    case .page(let position, let uses): page(position, uses, from: path, to: &writer)
    case .name(let name, let target, let pages):
      writer.link(RelativeURL.from(path, to: target), name)
      writer.raw("\n<p class=\"facts\">")
      for position in pages.prefix(Self.pagesShown) {
        let page = site.pages[position]
        writer.raw("<span>")
        writer.link(RelativeURL.from(path, to: page.path.htmlPath), page.metadata.title.value)
        writer.raw("</span> ")
      }
      let rest = pages.count - Self.pagesShown
      if rest > 0 { writer.raw("<span>and \(rest) more</span>") }
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
    let page = site.pages[position]
    let url = RelativeURL.from(path, to: page.path.htmlPath)
    writer.link(url, page.metadata.title.value)
    if let due = page.metadata.due {
      writer.raw(" <span class=\"flag warn\"")
      writer.attribute("data-due", due.description)
      writer.raw(" hidden>Review overdue</span>")
    }
    if uses.isEmpty, let summary = page.metadata.summary {
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
      writer.raw("\"><code>")
      writer.text(use.text)
      writer.raw("</code></a></p>")
    }
    if uses.count > Self.usesShown {
      writer.raw("\n<p>and \(uses.count - Self.usesShown) more commands</p>")
    }
    facts(page.metadata, to: &writer)
  }

  private func facts(_ metadata: RunbookMetadata, to writer: inout MarkupWriter) {
    writer.raw("\n<p class=\"facts\"><span>")
    writer.raw(metadata.kind.label)
    writer.raw("</span>")
    if let owner = metadata.owner?.value.team {
      writer.raw(" <span>")
      writer.text(owner)
      writer.raw("</span>")
    }
    if let due = metadata.due {
      writer.raw(" <span>review due ")
      writer.time(due)
      writer.raw("</span>")
    }
    writer.raw("</p>")
  }

  /// Links to the other parts.
  private func turn(_ part: GeneratedIndex.Part) -> [UInt8] {
    var writer = MarkupWriter()
    func link(_ number: Int, _ label: String, _ relation: String) {
      guard part.number != number, (0..<part.count).contains(number) else { return }
      writer.raw("<a\(relation) href=\"")
      writer.href(RelativeURL.from(part.path, to: index.partPath(number)))
      writer.raw("\">\(label)</a> ")
    }
    link(0, "First", "")
    link(part.number - 1, "Previous", " rel=\"prev\"")
    writer.raw("<span>Part \(part.number + 1) of \(part.count)</span> ")
    link(part.number + 1, "Next", " rel=\"next\"")
    link(part.count - 1, "Last", "")
    return writer.bytes
  }
}
