import RunbookModel

/// What each page opens by the pages that it names under `prerequisites`, and by those that they
/// name in turn.
struct PrerequisiteContexts: Sendable {
  private var byPage: [PagePath: Set<String>] = [:]

  init() {}

  init(_ drafts: [PageDraft], in site: SiteIndex) {
    var dependents: [PagePath: [PagePath]] = [:]
    var pending: [(page: PagePath, context: String)] = []
    for draft in drafts {
      for reference in draft.metadata.prerequisites.compactMap(Self.pageReference) {
        guard case .page(let path, _) = site.resolve(reference, from: draft.path) else { continue }
        dependents[path, default: []].append(draft.path)
      }
      let contexts = draft.blocks.flatMap(\.opens) + [draft.metadata.context?.value ?? ""]
      pending += Set(contexts).map { (draft.path, $0) }
    }
    while let (page, context) = pending.popLast() {
      for dependent in dependents[page] ?? []
      where byPage[dependent, default: []].insert(context).inserted {
        pending.append((dependent, context))
      }
    }
  }

  func opened(before page: PagePath) -> Set<String> { byPage[page] ?? [] }

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
