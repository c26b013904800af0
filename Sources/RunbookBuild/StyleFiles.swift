import RunbookChecks
import RunbookModel
import RunbookRendering

extension Discovery {
  /// The style sheets among the files of the content folder, and what they name in vain.
  func contentStyles(
    _ listing: ContentListing, _ config: SiteConfig
  ) throws(FileProblem) -> (sheets: [SourceFile], diagnostics: [Diagnostic]) {
    let published = Set(listing.assets)
    var sheets: [SourceFile] = []
    for name in listing.assets where name.hasSuffix(".css") {
      sheets.append(
        SourceFile(path: config.directories.file(name), bytes: try asset(name, config)))
    }
    let diagnostics = sheets.flatMap {
      StylesheetReference.check(content: $0, config, isPublished: published.contains)
    }
    return (sheets, diagnostics)
  }
}

/// The files that the style sheets of a site name, looked up on the disk.
struct StyleFiles {
  let graph: StyleGraph
  /// Every place that was looked at, from the project folder.
  let places: [String]

  /// - Parameters:
  ///   - assets: what comes with the templates, by names below `assets/`.
  ///   - stylesheet: the one that the configuration names.
  init(
    _ discovery: Discovery, _ config: SiteConfig, assets: [(name: String, bytes: [UInt8])],
    stylesheet: StyleGraph.SourceBytes?, policy: PagePolicy?
  ) {
    let folder = config.directories.templates + "/assets/"
    let own = Dictionary(
      assets.map { (folder + $0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    let roots = assets.filter { $0.name.hasSuffix(".css") }.map {
      StyleGraph.SourceBytes(path: folder + $0.name, bytes: $0.bytes)
    }
    let looked = Looked()
    graph = StyleGraph(roots + [stylesheet].compactMap(\.self), config, policy) { path in
      if let bytes = own[path] { return .bytes(bytes) }
      looked.places.append(path)
      return Self.look(path, discovery, limit: config.limits[.assetSize])
    }
    places = looked.places
  }

  private final class Looked {
    var places: [String] = []
  }

  private static func look(_ path: String, _ discovery: Discovery, limit: Int) -> StyleFile {
    do throws(FileProblem) {
      let place = try discovery.inside(path)
      guard let status = try Disk.status(of: place) else {
        return .missing(near: near(path, discovery))
      }
      guard status.kind == .file else { return .unusable("it is \(status.kind.rawValue)") }
      guard status.size <= limit else { return .tooLarge(status.size) }
      return .bytes(try Disk.read(place, limit: limit))
    } catch {
      return .unusable(error.reason)
    }
  }

  private static func near(_ path: String, _ discovery: Discovery) -> String? {
    let folder = PagePath(path).folder
    let names = (try? Disk.names(in: discovery.path(folder.isEmpty ? "." : folder))) ?? []
    return NearestName.suggestion(for: PagePath(path).fileName, among: names.sorted())
      .map { folder.isEmpty ? $0 : folder + "/" + $0 }
  }
}
