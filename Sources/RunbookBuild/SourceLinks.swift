import RunbookChecks
import RunbookModel
import RunbookRendering

/// Links to files of the repository that the wiki does not publish: they lead to the host of the code.
struct SourceLinks: Sendable {
  /// With `{path}` for a path from the project folder.
  private let pattern: String
  private let discovery: Discovery
  private let config: SiteConfig
  private let refused: Set<String>
  /// The project folder below the root of the repository, by its components.
  private let depth: Int

  /// Nil where the configuration names no host.
  init?(_ discovery: Discovery, _ config: SiteConfig, refused: Set<String>) {
    guard let pattern = config.sourceURL else { return nil }
    self.pattern = pattern
    self.discovery = discovery
    self.config = config
    self.refused = refused
    depth = Self.depth(of: discovery.options.project)
  }

  /// How many folders lie between the project folder and the nearest one above that has a `.git`; none
  /// where there is no repository.
  private static func depth(of project: String) -> Int {
    guard let components = try? CanonicalPath(project).components else { return 0 }
    for up in 0...components.count {
      let folder = "/" + components.dropLast(up).joined(separator: "/")
      if (try? Disk.kind(of: folder + "/.git")).flatMap(\.self) != nil { return up }
    }
    return 0
  }

  /// The page with such links led to the host.
  func rewritten(_ page: ParsedRunbook, in site: SiteIndex) -> ParsedRunbook {
    var addresses: [String: String] = [:]
    for link in page.outline.links where addresses[link.value.destination] == nil {
      addresses[link.value.destination] = address(of: link.value.destination, page, site)
    }
    guard !addresses.isEmpty else { return page }
    return ParsedRunbook(
      path: page.path, file: page.file, frontMatterRange: page.frontMatterRange,
      document: page.document.mappingLinks { addresses[$0] ?? $0 })
  }

  private func address(of destination: String, _ page: ParsedRunbook, _ site: SiteIndex) -> String?
  {
    switch site.resolve(destination, from: page.path) {
    case .missing, .outside: break
    case .external, .samePage, .page, .asset, .folder: return nil
    }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    let reference = PercentEncoding.decode(String(path))
    // A slash at the start means the content folder here, and the repository on its host.
    let starts =
      reference.hasPrefix("/")
      ? [config.directories.content, "."] : [PagePath(page.file.path).folder]
    for start in starts {
      guard let place = place(reference, from: start), isThere(place) else { continue }
      return address(of: place) + destination.dropFirst(path.count)
    }
    return nil
  }

  /// A file as the way to it from the project folder.
  private struct Place {
    var up = 0
    var names: [String] = []
  }

  /// Nil for a place outside the repository.
  private func place(_ reference: String, from start: String) -> Place? {
    var place = Place()
    for name in start.split(separator: "/") + reference.split(separator: "/") where name != "." {
      if name != ".." {
        place.names.append(String(name))
      } else if place.names.popLast() == nil {
        place.up += 1
      }
    }
    return place.up <= depth && !place.names.isEmpty ? place : nil
  }

  private func isThere(_ place: Place) -> Bool {
    guard !place.names.contains(".git") else { return false }
    let path = Array(repeating: "..", count: place.up) + place.names
    let name = path.joined(separator: "/")
    if place.up == 0, let own = config.directories.name(ofFile: name), refused.contains(own) {
      return false
    }
    switch try? Disk.kind(of: discovery.path(name)) {
    case .file, .folder, .link: return true
    default: return false
    }
  }

  /// The address with as many folders of the pattern removed as the way leads up.
  private func address(of place: Place) -> String {
    let path = RelativeURL.from("x", to: place.names.joined(separator: "/"))
    var parts = pattern.split(separator: "{path}", maxSplits: 1, omittingEmptySubsequences: false)
    var start = parts.removeFirst()
    for _ in 0..<place.up {
      start = start.hasSuffix("/") ? start.dropLast() : start
      start = start.prefix(through: start.lastIndex(of: "/") ?? start.startIndex)
    }
    return start + (start.hasSuffix("/") || start.hasSuffix("=") ? "" : "/") + path
      + (parts.first ?? "")
  }
}
