import RunbookModel

extension IncludeTree {
  /// Nobody who looks for a step reads deeper ones.
  static let depth = 8

  /// Whether a text may be included at the end of this way; a fault is reported on one of the pages concerned.
  mutating func isWithinDepth(
    _ place: IncludePlace, _ way: [PagePath], at link: ByteRange, in parent: Int
  ) -> Bool {
    let path = place.path
    if way.contains(path) {
      // A circle without this page is found on those of which it is made.
      if path == root.path { reportCircle(way + [path], at: rootLink(of: link, in: parent)) }
      return false
    }
    guard way.count > Self.depth else { return true }
    let further = FurtherIncludes(from: place, site, source)
    if let circle = further.way(to: root.path) {
      reportCircle(way + circle, at: rootLink(of: link, in: parent))
    } else if further.isEmpty {
      problems.append(tooDeep(path, at: link, in: parent))
    }
    // Otherwise the next page of the way is too deep as well, and reports it.
    return false
  }

  private func tooDeep(_ path: PagePath, at link: ByteRange, in parent: Int) -> Diagnostic {
    Diagnostic(
      IncludeCycle.rule.id, IncludeCycle.rule.severity,
      at: parts[parent].source.file.range(link),
      "this include is nested more than \(Self.depth) levels deep",
      explanation:
        "Nobody who looks for a step reads that far. Include \(name(path)) on a page that is nearer to the "
        + "reader, or merge some of the texts.",
      way: links(to: parent))
  }

  /// The includes that lead to a part, the innermost first.
  private func links(to number: Int) -> [SourceRange] {
    var links: [SourceRange] = []
    var part = parts[number]
    while let parent = part.parent {
      links.append(parts[parent].source.file.range(part.link))
      part = parts[parent]
    }
    return links
  }

  private mutating func reportCircle(_ way: [PagePath], at link: ByteRange) {
    report(
      IncludeCycle.rule, at: link, "this page would include itself",
      "\(way.map(name).joined(separator: " includes ")). Move the common text to a page of its own, and "
        + "include that one.")
  }

  private func name(_ path: PagePath) -> String {
    "`\(site.page(path)?.sourceName ?? path.text)`"
  }
}

/// The texts that a text includes, directly or through others.
private struct FurtherIncludes {
  private let start: IncludePlace
  /// For each text the one that includes it.
  private var parents: [IncludePlace: IncludePlace] = [:]

  init(from start: IncludePlace, _ site: SiteIndex, _ source: IncludeSource) {
    self.start = start
    var open = [start]
    while let place = open.popLast() {
      for next in place.included(in: site, source) where parents[next] == nil {
        parents[next] = place
        open.append(next)
      }
    }
  }

  var isEmpty: Bool { parents.isEmpty }

  /// From the start to a page; nil where that is not included.
  func way(to page: PagePath) -> [PagePath]? {
    guard let end = parents.keys.first(where: { $0.path == page }) else { return nil }
    var way = [end]
    while let last = way.last, last != start, let parent = parents[last] { way.append(parent) }
    return way.reversed().map(\.path)
  }
}
