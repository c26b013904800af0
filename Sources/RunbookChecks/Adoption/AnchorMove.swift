package import RunbookModel

/// The places of a page as links of other tools call them, and what they are called here.
package struct PagePlaces: Sendable {
  struct Place: Sendable {
    /// The anchor that GitHub makes for the heading; nil for the page as a whole.
    let anchor: String?
    let title: String
  }

  /// The path of the page's file in the content folder.
  fileprivate let name: String
  /// The marks that are removed.
  fileprivate let marks: [AnchorMark]
  /// By names of marks, and by anchors of headings that lose their marks.
  fileprivate private(set) var renamed: [String: Place] = [:]
  /// By the anchors that the page has in the end.
  fileprivate private(set) var headings: [String: Place] = [:]
  /// Labels that the whole site knows, in lower case.
  fileprivate private(set) var labels: [String: Place] = [:]

  /// - Parameter isStripped: whether the page's marks are to go.
  init(_ page: ParsedRunbook, isStripped: Bool, parse: (SourceFile) -> ParsedRunbook) {
    name = page.path.sourceName(of: page.file.path)
    let found = AnchorMark.all(on: page)
    let stripped = found.isEmpty || !isStripped ? nil : Self.stripped(page, found, parse)
    marks = stripped == nil ? [] : found
    let sections = (stripped ?? page).outline.sections
    func place(_ index: Int?) -> Place {
      guard let index else { return Place(anchor: nil, title: "") }
      return Place(anchor: sections[index].heading.id, title: sections[index].text)
    }
    for (index, old) in page.outline.sections.enumerated() {
      headings[sections[index].heading.id] = place(index)
      if old.heading.id != sections[index].heading.id { renamed[old.heading.id] = place(index) }
    }
    for mark in found {
      renamed[mark.name] = place(mark.section)
      if mark.isLabel { labels[mark.name.lowercased()] = place(mark.section) }
    }
  }

  /// The page without its marks; nil where that would make another page of it.
  private static func stripped(
    _ page: ParsedRunbook, _ marks: [AnchorMark], _ parse: (SourceFile) -> ParsedRunbook
  ) -> ParsedRunbook? {
    let edits = AnchorMoves.removals(of: marks)
    let file = SourceFile(path: page.file.path, bytes: page.file.bytes.applying(edits))
    let stripped = parse(file)
    return AnchorMoves.isSame(page.outline, stripped.outline) ? stripped : nil
  }
}

/// Links to places that other tools name by marks lead to the anchors that GitHub makes of headings, and
/// the marks go: such links work everywhere, in the other tool too.
package struct AnchorMoves: Sendable {
  /// What becomes of a page.
  package struct Result: Sendable {
    package let file: SourceFile
    /// Sorted, and apart from each other.
    package let edits: [Diagnostic.Fix.Edit]
    package let linkCount: Int
    package let markCount: Int
  }

  private let pages: [PagePath: PagePlaces]
  /// Who has a label; nil where several pages do.
  private var labels: [String: PagePath?] = [:]

  package init(_ pages: [PagePath: PagePlaces]) {
    self.pages = pages
    for (path, page) in pages {
      for label in page.labels.keys {
        labels[label] = labels[label] == nil ? .some(path) : .some(nil)
      }
    }
  }

  /// The edits of a page; nil where there are none, or where the page would become another one.
  ///
  /// - Parameter parse: reads another text of the page.
  package func result(
    _ page: ParsedRunbook, in site: SiteIndex, parse: (SourceFile) -> ParsedRunbook
  ) -> Result? {
    guard let own = pages[page.path], page.file.undecodable.isEmpty else { return nil }
    var edits = Self.removals(of: own.marks)
    var seen: Set<Int> = []
    var linkCount = 0
    for link in page.outline.links {
      guard let range = LinkSource.destination(of: link, in: page.file),
        let target = target(of: link.value.destination, on: page.path, site)
      else { continue }
      var changes: [Diagnostic.Fix.Edit] = []
      if target.destination != link.value.destination {
        changes.append(.init(range, with: target.destination))
      }
      let inside = link.range.lowerBound + 1
      if link.value.content.isEmpty, page.file.bytes[inside] == UInt8(ascii: "]"),
        !target.title.isEmpty
      {
        changes.append(.init(inside..<inside, with: Self.escaped(target.title)))
      }
      guard !changes.isEmpty, changes.allSatisfy({ seen.insert($0.bytes.lowerBound).inserted })
      else { continue }
      edits += changes
      linkCount += 1
    }
    edits.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    let file = SourceFile(path: page.file.path, bytes: page.file.bytes.applying(edits))
    if !Self.isSame(page.outline, parse(file).outline) {
      // Other pages count on it that the marks are gone.
      (edits, linkCount) = (Self.removals(of: own.marks), 0)
    }
    guard !edits.isEmpty else { return nil }
    return Result(
      file: page.file, edits: edits, linkCount: linkCount, markCount: own.marks.count)
  }

  /// Where a link is to lead, and what is there.
  private func target(of destination: String, on path: PagePath, _ site: SiteIndex)
    -> (destination: String, title: String)?
  {
    switch site.resolve(destination, from: path) {
    case .samePage(let anchor):
      guard let own = pages[path], !anchor.isEmpty else { return nil }
      if let place = own.renamed[anchor] {
        // Where nothing stands above the label but the title, the page begins there.
        return (place.anchor.map { "#" + $0 } ?? "#", place.title)
      }
      if let place = own.headings[anchor] { return (destination, place.title) }
      guard let holder = labels[anchor.lowercased()] ?? nil, let page = pages[holder],
        let place = page.labels[anchor.lowercased()]
      else { return nil }
      return (path.reference(to: page.name) + fragment(place), title(place, holder, site))
    case .page(let target, let anchor):
      guard let page = pages[target] else { return nil }
      guard let anchor, let place = page.renamed[anchor] else {
        if let anchor { return (destination, page.headings[anchor]?.title ?? "") }
        return (destination, site.page(target)?.metadata.title.value ?? "")
      }
      let start = destination.prefix { $0 != "#" }
      return (start + fragment(place), title(place, target, site))
    default: return nil
    }
  }

  private func fragment(_ place: PagePlaces.Place) -> String { place.anchor.map { "#" + $0 } ?? "" }

  private func title(_ place: PagePlaces.Place, _ page: PagePath, _ site: SiteIndex) -> String {
    place.title.isEmpty ? site.page(page)?.metadata.title.value ?? "" : place.title
  }

  static func removals(of marks: [AnchorMark]) -> [Diagnostic.Fix.Edit] {
    // A heading may have two ids in one list.
    var seen: Set<Int> = []
    return marks.filter { seen.insert($0.range.lowerBound).inserted }.map {
      .init($0.range, with: "")
    }
  }

  /// Whether two pages have the same headings, links, code and tables.
  static func isSame(_ left: PageOutline, _ right: PageOutline) -> Bool {
    left.sections.map(\.heading.level) == right.sections.map(\.heading.level)
      && left.codeBlocks.map(\.value.text) == right.codeBlocks.map(\.value.text)
      && left.codeSpans.map(\.value) == right.codeSpans.map(\.value)
      && left.links.count == right.links.count
      && left.images.map(\.value.destination) == right.images.map(\.value.destination)
      && left.tables.map(\.value.rows.count) == right.tables.map(\.value.rows.count)
      && left.html.map(\.value) == right.html.map(\.value)
      && left.quotes.count == right.quotes.count && left.alerts.count == right.alerts.count
  }

  /// Text that Markdown reads as it is.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\`*_[]<>|&".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}

extension Checker {
  /// The places of a page as links of other tools call them.
  ///
  /// - Parameters:
  ///   - isStripped: whether the page's marks are to go.
  ///   - parse: reads another text of the page.
  package static func places(
    _ page: ParsedRunbook, isStripped: Bool, parse: (SourceFile) -> ParsedRunbook
  ) -> PagePlaces {
    PagePlaces(page, isStripped: isStripped, parse: parse)
  }
}
