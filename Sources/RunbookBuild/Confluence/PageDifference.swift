import RunbookRendering

/// Why a page has to be touched in Confluence, given both of its entries.
struct PageDifference {
  typealias Reason = ManifestComparison.Reason
  typealias Page = ConfluenceManifest.Page

  let old: ConfluenceManifest
  let new: ConfluenceManifest
  let pairs: PagePairing
  private let way: PayloadWay
  private let oldTitles: [String: String]
  private let newTitles: [String: String]

  init(
    old: ConfluenceManifest, new: ConfluenceManifest, _ pairs: PagePairing, _ way: PayloadWay
  ) {
    self.way = way
    self.old = old
    self.new = new
    self.pairs = pairs
    oldTitles = old.titles
    newTitles = new.titles
  }

  func reasons(_ before: Page, _ after: Page) -> [Reason] {
    var reasons: [Reason] = []
    func add(_ cause: ManifestComparison.Cause, _ detail: String) {
      reasons.append(Reason(cause: cause, detail: detail))
    }
    if before.title != after.title { add(.title, "was \"\(before.title)\"") }
    if before.source != after.source { add(.source, "was \(before.source)") }
    if before.space != after.space { add(.space, "was \(before.space ?? "none")") }
    if !isSameParent(before.parent, after.parent) {
      let (was, now) = (oldTitle(before.parent), newTitle(after.parent))
      add(.parent, "now \(Self.place(now)), was \(Self.place(was))")
    }
    reasons += content(before, after)
    let labels = Self.difference(before.labels, after.labels)
    if !labels.isEmpty { add(.labels, labels) }
    let files = attachments(before, after)
    if !files.isEmpty { add(.attachments, files) }
    return reasons
  }

  // MARK: - Parents

  /// A parent that got another title or another file is still the same parent.
  func isSameParent(
    _ before: ConfluenceManifest.Parent?, _ after: ConfluenceManifest.Parent?
  ) -> Bool {
    if case .page(let old)? = before, case .page(let new)? = after {
      // A child that was done before its parent names one that the manifest does not have yet.
      if pairs.sources[old] == new || (old == new && oldTitles[old] == nil) { return true }
    }
    return oldTitle(before) == newTitle(after)
  }

  private func oldTitle(_ parent: ConfluenceManifest.Parent?) -> String? {
    parent.map { $0.title(oldTitles) }
  }

  private func newTitle(_ parent: ConfluenceManifest.Parent?) -> String? {
    parent.map { $0.title(newTitles) }
  }

  private static func place(_ title: String?) -> String {
    title.map { "below \"\($0)\"" } ?? "at the top of the space"
  }

  // MARK: - Content

  /// Only the payload that is used counts. Storage format names other pages by their titles: when the
  /// HTML payloads, which do not, are the same, then nothing else has changed.
  private func content(_ before: Page, _ after: Page) -> [Reason] {
    let changed = changedPayloads(before, after)
    let names = (old: way.payload(for: old.target), new: way.payload(for: new.target))
    // One that the earlier manifest does not have is judged by all others.
    let isKnown = [before, after].allSatisfy { page in page.hashes.contains { $0.name == names.new }
    }
    let isChanged = isKnown ? changed.contains(names.new) : !changed.isEmpty
    var reasons: [Reason] = []
    if old.target != new.target, isChanged || names.old != names.new {
      reasons.append(Reason(cause: .target, detail: "now \(new.target), was \(old.target)"))
    }
    guard isChanged else { return reasons }
    if way == .storage, before.linkedTitles != after.linkedTitles {
      let titles = Self.difference(before.linkedTitles, after.linkedTitles)
      reasons.append(Reason(cause: .links, detail: titles.isEmpty ? "in another order" : titles))
    }
    let isBodySame = !changed.isEmpty && !changed.contains { $0.hasSuffix(".html") }
    guard reasons.isEmpty || !isBodySame else { return reasons }
    return [Reason(cause: .content, detail: isKnown ? names.new : changed.joined(separator: ", "))]
      + reasons
  }

  /// Of the payloads that both have; all of the new ones where they have none in common.
  private func changedPayloads(_ before: Page, _ after: Page) -> [String] {
    let hashes = Dictionary(
      before.hashes.map { ($0.name, $0.hash) }, uniquingKeysWith: { first, _ in first })
    let common = after.hashes.filter { hashes[$0.name] != nil }
    guard !common.isEmpty else { return after.hashes.map(\.name) }
    return common.filter { hashes[$0.name] != $0.hash }.map(\.name)
  }

  private func attachments(_ before: Page, _ after: Page) -> String {
    let hashes = Dictionary(
      before.attachments.map { ($0.name, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    let names = Set(after.attachments.map(\.name))
    var words: [String] = []
    for file in after.attachments {
      if let hash = hashes[file.name] {
        if hash != file.sha256 { words.append("changed \(file.name)") }
      } else {
        words.append("added \(file.name)")
      }
    }
    words += before.attachments.map(\.name).filter { !names.contains($0) }.map { "removed \($0)" }
    return words.joined(separator: ", ")
  }

  /// `added a, removed b`; empty when both hold the same, in whatever order.
  private static func difference(_ before: [String], _ after: [String]) -> String {
    let added = after.filter { !before.contains($0) }.map { "added \"\($0)\"" }
    let removed = before.filter { !after.contains($0) }.map { "removed \"\($0)\"" }
    return (added + removed).joined(separator: ", ")
  }
}

extension ConfluenceManifest.Page {
  /// The payloads that have a hash.
  var hashes: [(name: String, hash: String)] {
    payloads.compactMap { payload in payload.sha256.map { (payload.name, $0) } }
  }
}

extension ConfluenceManifest {
  /// Titles by source.
  var titles: [String: String] {
    Dictionary(pages.map { ($0.source, $0.title) }, uniquingKeysWith: { first, _ in first })
  }

  /// What brings pages under one parent together.
  func identity(of parent: Parent?) -> String {
    switch parent {
    case nil: ""
    case .page(let source): "page \(source)"
    case .title(let title): "title \(title)"
    }
  }
}

extension ConfluenceManifest.Parent {
  /// - Parameter titles: titles by source.
  func title(_ titles: [String: String]) -> String {
    switch self {
    case .page(let source): titles[source] ?? source
    case .title(let title): title
    }
  }
}
