import RunbookModel
package import RunbookRendering

/// The manifest of what was pasted, on its way to that of the export: the pages that somebody has done
/// are as the export has them, all others as they were. So a week's work can be committed half done, and
/// a comparison names what is left.
package struct ManifestUpdate: Sendable {
  /// A page in both manifests.
  struct Slot: Sendable {
    let old: ConfluenceManifest.Page?
    let new: ConfluenceManifest.Page?
    /// What has to be done; nil for a page that is as it was pasted.
    let change: ManifestComparison.Change?
    /// What it stands below in the export, in a form that is equal for siblings.
    let parent: String
    /// Whether it comes to stand in another place.
    let moves: Bool

    /// Who it is: the source in the export, or of a page that is gone.
    var source: String { new?.source ?? old?.source ?? "" }
  }

  /// In the order of the export; pages that are gone come last.
  let slots: [Slot]
  /// The slots that the earlier manifest has, in its order.
  let oldOrder: [Int]
  let old: ConfluenceManifest
  let new: ConfluenceManifest
  package let comparison: ManifestComparison

  package init(old: ConfluenceManifest, new: ConfluenceManifest, by way: PayloadWay) {
    (self.old, self.new) = (old, new)
    comparison = ManifestComparison(old: old, new: new, by: way)
    let changes = Dictionary(
      comparison.changes.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    let pairs = PagePairing(old: old.pages, new: new.pages)
    var slots: [Slot] = []
    var places: [Int: Int] = [:]
    for (position, page) in new.pages.enumerated() {
      let partner = pairs.old[position]
      if let partner { places[partner] = slots.count }
      let change = changes["page \(page.source)"]
      let moving: Set<ManifestComparison.Cause> = [.parent, .space, .order]
      slots.append(
        Slot(
          old: partner.map { old.pages[$0] }, new: page, change: change,
          parent: new.identity(of: page.parent),
          moves: partner == nil
            || change.map { $0.reasons.contains { moving.contains($0.cause) } } ?? false))
    }
    for position in pairs.removed {
      let page = old.pages[position]
      places[position] = slots.count
      slots.append(
        Slot(
          old: page, new: nil, change: changes["gone \(page.source)"], parent: "", moves: false))
    }
    self.slots = slots
    oldOrder = old.pages.indices.compactMap { places[$0] }
  }

  /// The sources of pages that there is something to do for.
  package var due: [String] { slots.filter { $0.change != nil }.map(\.source) }

  /// The page that a source of the export or of the earlier manifest names; nil when it is in neither.
  package func page(_ source: String) -> String? {
    (slots.first { $0.source == source } ?? slots.first { $0.old?.source == source })?.source
  }

  /// The source that a misspelt one may have been meant to be.
  package func nearest(to source: String) -> String? {
    NearestName.suggestion(for: source, among: slots.map(\.source))
  }

  /// Writes the manifest with some pages done, in one step.
  ///
  /// - Parameter done: sources as `page` gives them.
  /// - Returns: those that there was something to do for. Without any the file stays as it is.
  package func write(marking done: Set<String>, to path: String) throws(FileProblem) -> Set<String>
  {
    let marked = done.intersection(due)
    if !marked.isEmpty { try Disk.replaceFile(path, with: manifest(done: marked).json) }
    return marked
  }

  /// The manifest when some pages are done.
  ///
  /// - Parameter done: sources as `page` gives them.
  package func manifest(done: Set<String>) -> ConfluenceManifest {
    func isDone(_ slot: Slot) -> Bool { slot.change != nil && done.contains(slot.source) }
    let finished = slots.map { $0.change == nil || isDone($0) }
    guard finished.contains(false) else { return new }
    var order = oldOrder.filter { !(slots[$0].new == nil && isDone(slots[$0])) }
    for (index, slot) in slots.enumerated() where slot.moves && isDone(slot) {
      order.removeAll { $0 == index }
      order.insert(index, at: place(of: index, in: order, finished))
    }
    return ConfluenceManifest(
      target: old.target,
      pages: order.compactMap { index in
        isDone(slots[index]) ? slots[index].new : slots[index].old
      })
  }

  /// After the nearest sibling that stands where it will stay, or before the first of them; else after
  /// the page that comes before it.
  private func place(of index: Int, in order: [Int], _ finished: [Bool]) -> Int {
    func stays(_ other: Int) -> Bool { !slots[other].moves || finished[other] }
    let siblings = slots.indices.filter {
      $0 != index && slots[$0].new != nil && slots[$0].parent == slots[index].parent && stays($0)
        && order.contains($0)
    }
    if let before = siblings.last(where: { $0 < index }), let place = order.firstIndex(of: before) {
      return place + 1
    }
    if let after = siblings.first, let place = order.firstIndex(of: after) { return place }
    let before = slots.indices.last { $0 < index && order.contains($0) }
    return before.flatMap { order.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
  }
}

extension ManifestComparison.Change {
  /// Who it is among all changes: a page that is gone may have left its source to another.
  fileprivate var key: String { (kind == .removed ? "gone " : "page ") + source }
}
