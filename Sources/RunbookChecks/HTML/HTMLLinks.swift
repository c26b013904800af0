import RunbookModel

/// The links and images of the raw HTML that is let through, beside those of the Markdown.
struct HTMLLinks: Sendable {
  private(set) var links: [PageOutline.Entry<Link>] = []
  private(set) var images: [PageOutline.Entry<Link>] = []

  init() {}

  /// - Parameter content: the page with the elements that are let through.
  init(in content: Document, besides outline: PageOutline, _ file: SourceFile) {
    let shown = PageOutline(content)
    links = Self.added(shown.links, outline.links, file)
    images = Self.added(shown.images, outline.images, file)
  }

  /// An element stands where its tag, or the block around it, stands; its entry, where its address does.
  private static func added(
    _ shown: [PageOutline.Entry<Link>], _ known: [PageOutline.Entry<Link>], _ file: SourceFile
  ) -> [PageOutline.Entry<Link>] {
    let known = Set(known.map(\.range))
    // One address may stand in a block more than once.
    var next: [String: Int] = [:]
    return shown.compactMap { entry in
      let address = entry.value.destination
      guard !known.contains(entry.range), !address.isEmpty else { return nil }
      let start = max(entry.range.lowerBound, next[address] ?? 0)
      guard start < entry.range.upperBound,
        let found = file.bytes[start..<entry.range.upperBound].firstRange(of: address.utf8)
      else { return entry }
      next[address] = found.upperBound
      return PageOutline.Entry(entry.value, range: found, section: entry.section)
    }
  }
}

// Nearly no page has any of HTML: its list is not copied for each rule that asks.
extension PageContext {
  /// Every link that readers of the page can follow.
  var links: [PageOutline.Entry<Link>] {
    draft.htmlLinks.links.isEmpty ? outline.links : outline.links + draft.htmlLinks.links
  }

  /// Every image that the page shows.
  var images: [PageOutline.Entry<Link>] {
    draft.htmlLinks.images.isEmpty ? outline.images : outline.images + draft.htmlLinks.images
  }
}
