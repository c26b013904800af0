package import RunbookModel

/// Where the `runbook_url` of an alert leads.
package enum AlertTarget: Sendable, Equatable {
  /// To another host, or nobody knows: the site has no `base_url`.
  case elsewhere
  case page(PagePath, anchor: String?)
  /// To a page by an address of another form than the page is published at: in other letters, or with
  /// a slash at its end. Not every host takes it. The address is what follows the base URL, decoded.
  case near(PagePath, anchor: String?, address: String)
  /// To a file or an index of the site.
  case other
  /// To the address that redirects give an alert: its page, or the index of alerts.
  case alert
  /// Nothing is there.
  case missing(String)
}

/// Finds pages by the addresses that they are published at.
package struct AlertAddresses: Sendable {
  /// The base URL as host and path, in small letters up to the path.
  private let base: String?
  private let site: SiteIndex
  /// Folders and files that the wiki makes for itself.
  private let generated: Set<String>
  /// The folder that alerts have their addresses in.
  private let alertFolder: String
  /// Pages by where they and their former addresses are published.
  private var pages: [String: PagePath] = [:]
  /// The same by what is left of the address without its ending, in small letters.
  private var folded: [String: PagePath] = [:]

  /// - Parameters:
  ///   - generated: the first folder of what the wiki makes for itself.
  ///   - alertFolder: the folder that redirects give alerts their addresses in.
  package init(
    _ site: SiteIndex, base: String?, generated: Set<String>, alertFolder: String = "runbooks"
  ) {
    (self.site, self.alertFolder) = (site, alertFolder)
    self.base = base.flatMap(Self.afterScheme).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    self.generated = generated
    for page in site.pages {
      add(page.path.htmlPath, page.path)
      for alias in page.metadata.aliases {
        if let path = AliasPath.published(alias.value) { add(path, page.path) }
      }
    }
  }

  private mutating func add(_ path: String, _ page: PagePath) {
    if pages[path] == nil { pages[path] = page }
    let key = Self.fold(path)
    if folded[key] == nil { folded[key] = page }
  }

  package func target(of url: String) -> AlertTarget {
    guard let base, !url.contains("{{"), let address = Self.afterScheme(url) else {
      return .elsewhere
    }
    let isRoot = address + "/" == base
    guard address.hasPrefix(base) || isRoot else { return .elsewhere }
    let rest = isRoot ? "" : address.dropFirst(base.count)
    let hash = rest.firstIndex(of: "#")
    let anchor = hash.map { PercentEncoding.decode(String(rest[rest.index(after: $0)...])) }
    let path = PercentEncoding.decode(
      String(rest[..<(hash ?? rest.endIndex)].prefix { $0 != "?" }))
    return target(path, anchor)
  }

  private func target(_ path: String, _ anchor: String?) -> AlertTarget {
    let isFolder = path.isEmpty || path.hasSuffix("/")
    // Most hosts leave out `index.html`, and many `.html`.
    let names = isFolder ? [path + "index.html"] : [path, path + ".html", path + "/index.html"]
    for name in names {
      if let page = pages[name] { return .page(page, anchor: anchor) }
    }
    if site.assets.contains(path) { return .other }
    let first = path.prefix { $0 != "/" }
    if generated.contains(first.lowercased()) { return .other }
    if let page = folded[Self.fold(path)] { return .near(page, anchor: anchor, address: path) }
    if path.hasPrefix(alertFolder + "/") { return .alert }
    if case .folder = site.resolve(path.isEmpty ? "./" : path, from: PagePath("index.md")) {
      return .other
    }
    return .missing(path)
  }

  /// The host, in small letters, and what follows; nil for what is no address of the web.
  private static func afterScheme(_ url: String) -> String? {
    for scheme in ["https://", "http://"] where url.lowercased().hasPrefix(scheme) {
      let rest = url.dropFirst(scheme.count)
      let host = rest.prefix { !"/?#".contains($0) }
      guard !host.isEmpty else { return nil }
      return host.lowercased() + rest.dropFirst(host.count)
    }
    return nil
  }

  private static func fold(_ path: String) -> String {
    var path = path.lowercased()[...]
    for ending in ["/index.html", ".html", "/"] where path.hasSuffix(ending) {
      path = path.dropLast(ending.count)
      break
    }
    return String(path)
  }
}
