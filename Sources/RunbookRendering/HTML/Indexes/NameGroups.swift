import RunbookChecks
import RunbookModel

/// The pages of each name of a facet, in reading order.
struct NameGroups {
  struct Page {
    let position: Int
    /// Indices into the page's commands.
    var uses: [Int]
  }

  private var pages: [String: [Page]] = [:]

  typealias Named = (name: String, pages: [Page])

  /// In the order of an alphabet that depends on no locale.
  var sorted: [Named] {
    pages.map { (key: ($0.key.lowercased(), $0.key), pages: $0.value) }
      .sorted { $0.key < $1.key }.map { (name: $0.key.1, pages: $0.pages) }
  }

  init(_ facet: Facet, _ site: Site, _ uses: [CommandUses], _ order: [Int]) {
    for position in order {
      if let names = facet.names {
        var seen: Set<String> = []
        for name in names(site.pages[position]) where seen.insert(name).inserted {
          pages[name, default: []].append(Page(position: position, uses: []))
        }
        continue
      }
      for (index, use) in uses[position].names.enumerated() {
        let name = facet.folder == Facet.programs.folder ? use.program : use.context
        if let name { add(index, name, position) }
      }
    }
  }

  private mutating func add(_ use: Int, _ name: String, _ position: Int) {
    if let last = pages[name]?.indices.last, pages[name]?[last].position == position {
      pages[name]?[last].uses.append(use)
    } else {
      pages[name, default: []].append(Page(position: position, uses: [use]))
    }
  }
}
