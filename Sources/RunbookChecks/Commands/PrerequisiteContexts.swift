import RunbookModel

/// What each page opens by the pages that it names under `prerequisites`, and by those that they
/// name in turn.
struct PrerequisiteContexts: Sendable {
  private var byPage: [PagePath: Set<String>] = [:]

  init() {}

  /// - Parameter opens: what each page opens by itself, in the order of the site's pages.
  init(_ opens: [[String]], in site: SiteIndex) {
    var dependents: [PagePath: [PagePath]] = [:]
    var pending: [(page: PagePath, context: String)] = []
    for (page, contexts) in zip(site.pages, opens) {
      for reference in page.metadata.prerequisites.compactMap(Self.pageReference) {
        guard case .page(let path, _) = site.resolve(reference, from: page.path) else { continue }
        dependents[path, default: []].append(page.path)
      }
      pending += contexts.map { (page.path, $0) }
    }
    while let (page, context) = pending.popLast() {
      for dependent in dependents[page] ?? []
      where byPage[dependent, default: []].insert(context).inserted {
        pending.append((dependent, context))
      }
    }
  }

  func opened(before page: PagePath) -> Set<String> { byPage[page] ?? [] }

  /// Whether any of these names a page.
  static func areAny(of prerequisites: [String]) -> Bool {
    prerequisites.contains { pageReference($0) != nil }
  }

  /// The path in `enter.md`, `enter.md#step-2` or `[Enter](enter.md)`.
  private static func pageReference(_ text: String) -> String? {
    var reference = text[...]
    if let start = text.utf8.firstIndex(of: UInt8(ascii: "(")),
      start > text.startIndex, text[text.utf8.index(before: start)] == "]"
    {
      reference = text[text.utf8.index(after: start)...].prefix { $0 != ")" && $0 != " " }
    }
    let path = reference.prefix { $0 != "#" }
    return path.hasSuffix(".md") && !path.contains(" ") ? String(reference) : nil
  }
}
