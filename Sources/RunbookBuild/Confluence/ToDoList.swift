import RunbookModel
import RunbookRendering

extension ManifestUpdate {
  /// What the to-do page shows.
  var work: ConfluenceWork {
    let gone = comparison.changes.filter { $0.kind == .removed }
    return ConfluenceWork(
      items: ordered.map { change in
        ConfluenceWork.Item(
          source: change.source, title: change.title,
          kind: change.kind == .added ? "new" : change.kind.rawValue,
          reasons: change.reasons.map { "\($0.cause.rawValue): \($0.detail)" },
          isReordered: change.reasons.contains { $0.cause == .order })
      }
        + gone.map {
          ConfluenceWork.Item(
            source: $0.source, title: $0.title, kind: nil, reasons: [], isReordered: false)
        }, unchanged: comparison.unchanged, update: json)
  }

  /// The changed pages in reading order, each after the one that it stands below.
  private var ordered: [ManifestComparison.Change] {
    let slots = slots.filter { $0.new != nil && $0.change != nil }
    let sources = Dictionary(
      slots.enumerated().map { ($0.element.source, $0.offset) },
      uniquingKeysWith: { first, _ in first })
    let titles = Dictionary(
      slots.enumerated().map { ($0.element.new?.title ?? "", $0.offset) },
      uniquingKeysWith: { first, _ in first })
    var order: [Int] = []
    var seen = Set<Int>()
    for start in slots.indices {
      // Up to the first that is there already; a circle of parents ends where it began.
      var way: [Int] = []
      var next: Int? = start
      while let index = next, seen.insert(index).inserted {
        way.append(index)
        next =
          switch slots[index].new?.parent {
          case .page(let source)?: sources[source]
          case .title(let title)?: titles[title]
          case nil: nil
          }
      }
      order += way.reversed()
    }
    return order.compactMap { slots[$0].change }
  }

  /// What the page needs to do what `manifest(done:)` does.
  private var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("version") { $0.number(ConfluenceManifest.version) }
      json.member("oldTarget") { $0.string(old.target) }
      json.member("newTarget") { $0.string(new.target) }
      json.member("oldOrder") { $0.array(oldOrder) { $0.number($1) } }
      json.member("slots") { json in
        json.array(slots) { json, slot in
          json.object { json in
            json.member("source") { $0.string(slot.source) }
            json.member("due") { $0.boolean(slot.change != nil) }
            json.member("parent") { $0.string(slot.parent) }
            json.member("moves") { $0.boolean(slot.moves) }
            json.member("old") { $0.string(slot.old.map(Self.text)) }
            json.member("new") { $0.string(slot.new.map(Self.text)) }
          }
        }
      }
    }
    return json.bytes
  }

  /// The entry as it stands in a manifest, so that the page only has to put entries together.
  private static func text(_ page: ConfluenceManifest.Page) -> String {
    String(decoding: page.json, as: UTF8.self)
  }
}
