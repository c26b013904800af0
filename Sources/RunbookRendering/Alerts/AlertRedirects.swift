package import RunbookChecks
import RunbookModel

/// Redirects from the address that every alert has, `/runbooks/ALERT`, to the page that deals with it.
package struct AlertRedirects: Sendable {
  package struct Entry: Sendable, Equatable {
    /// Below the site's root, such as `runbooks/KubeNodeNotReady`; not encoded.
    package let from: String
    /// A file of the site: `nodes/not-ready.html`; not encoded.
    let path: String
    let anchor: String?
    /// The page's title.
    let title: String

    /// From the site's root, encoded, with the heading: `nodes/not-ready.html#steps`.
    package var to: String { AlertRedirects.url(path) + fragment }
    var fragment: String {
      anchor.map { $0.isEmpty ? "" : "#" + RelativeURL.encode($0) } ?? ""
    }
  }

  package let entries: [Entry]
  /// The folder that alerts have their addresses in, without slashes around it.
  package let folder: String
  /// Where an alert leads that no page deals with: the index of all alerts, or the first page.
  package let rest: String

  /// - Parameters:
  ///   - folder: the folder that alerts have their addresses in.
  package init(_ audit: AlertAudit, _ site: Site, folder: String) {
    self.folder = folder
    let listed = Set(site.pages.flatMap(\.metadata.alerts))
    rest = Self.url(listed.isEmpty ? "index.html" : Facet.alerts.overviewPath)
    var seen: Set<String> = []
    var entries: [Entry] = []
    func add(_ from: String, _ path: String, _ anchor: String?, _ title: String) {
      guard seen.insert(from).inserted else { return }
      entries.append(Entry(from: from, path: path, anchor: anchor, title: title))
    }
    func add(_ from: String, _ page: PageSummary, _ entry: AlertAudit.Entry) {
      add(from, page.path.htmlPath, entry.anchor, page.metadata.title.value)
    }
    for entry in audit.entries {
      guard let page = entry.page else { continue }
      add(folder + "/" + entry.rule.name.value, page, entry)
    }
    for name in listed.sorted() {
      let pages = site.pages.filter { $0.metadata.alerts.contains(name) }
      let path = pages.count == 1 ? pages[0].path.htmlPath : Facet.alerts.path(name)
      add(folder + "/" + name, path, nil, pages[0].metadata.title.value)
    }
    // Hugo writes addresses in small letters, and so do many who link to them.
    for entry in entries {
      add(entry.from.lowercased(), entry.path, entry.anchor, entry.title)
    }
    for entry in audit.entries {
      guard case .near(let path, _, let from) = entry.target, let page = site.page(path) else {
        continue
      }
      add(from.hasSuffix("/") ? String(from.dropLast()) : from, page, entry)
    }
    // No name of a page or of a former address is taken, and none that climbs or ends a line.
    let taken = Set(site.pages.map(\.path.htmlPath)).union(site.index.aliases.keys)
    self.entries = entries.filter { entry in
      entry.from.split(separator: "/", omittingEmptySubsequences: false)
        .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." } && !taken.contains(entry.from)
        && !taken.contains(entry.from + ".html")
        && !taken.contains(entry.from + "/index.html")
        && !entry.from.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }.sorted { $0.from < $1.from }
  }

  fileprivate static func url(_ path: String) -> String { RelativeURL.from("index.html", to: path) }
}

extension AlertAudit.Entry {
  /// The heading that the link of the alert names.
  fileprivate var anchor: String? {
    switch target {
    case .page(_, let name), .near(_, let name, _): name
    case nil, .elsewhere, .other, .alert, .missing: nil
    }
  }
}
