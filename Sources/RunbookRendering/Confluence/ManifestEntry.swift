import RunbookChecks
import RunbookModel

extension ConfluenceManifest.Page {
  /// What a page is in Confluence, apart from its content.
  init(
    _ page: CheckedRunbook, _ links: ConfluenceLinks, in site: Site, _ options: RenderOptions
  ) {
    self.init(
      source: page.sourcePath,
      title: (page.metadata.confluence.title ?? page.metadata.title).value)
    space = page.metadata.confluence.space ?? site.config.confluence.space
    order = page.metadata.order
    let outline = page.shownOutline
    for link in outline.links { add(link.value.destination, of: page, in: site) }
    for image in outline.images { add(image.value.destination, of: page, in: site) }
    attachments = links.attachments.files.map { path, name in
      .init(name: name, path: path.text, sha256: options.assetHash(path.text))
    }
  }

  private mutating func add(_ destination: String, of page: CheckedRunbook, in site: Site) {
    guard case .page(let path, _) = site.index.resolve(destination, from: page.path),
      let target = site.page(path)
    else { return }
    let title = target.confluenceTitle.value
    if !linkedTitles.contains(title) { linkedTitles.append(title) }
  }
}

/// Below which page a page belongs.
struct ConfluenceParent {
  let parent: ConfluenceManifest.Parent
  let title: String

  /// The page's own parent, or the index of its section or of the nearest one above, or the
  /// configured root; nil for a page at the top of its space.
  init?(of page: CheckedRunbook, in site: Site) {
    if let owner = Self.owner(of: page, in: site), page.metadata.confluence.parent == nil {
      parent = .page(source: owner.sourcePath)
      title = owner.confluenceTitle.value
    } else if let name = page.metadata.confluence.parent ?? site.config.confluence.parent {
      parent = .title(name)
      title = name
    } else {
      return nil
    }
  }

  private static func owner(of page: CheckedRunbook, in site: Site) -> PageSummary? {
    var folder = page.path.folder
    var isOwnFolder = page.path.isIndex
    while true {
      if !isOwnFolder, let index = site.section(folder)?.index, let owner = site.page(index) {
        return owner
      }
      guard !folder.isEmpty else { return nil }
      isOwnFolder = false
      folder = PagePath(folder).folder
    }
  }
}

extension ConfluenceManifest.Payload {
  /// - Parameter hasGeneratedLine: whether the payload starts with a generated-by line.
  init(_ file: OutputFile, hasGeneratedLine: Bool) {
    let name = PagePath(file.path).fileName
    guard name != ADFPayload.payload.fileName else {
      self.init(name: name, path: file.path, sha256: nil)
      return
    }
    let bytes = hasGeneratedLine ? GeneratedLine.removed(from: file.bytes) : file.bytes
    self.init(name: name, path: file.path, sha256: SHA256.hex(bytes))
  }
}

/// The line that says where a page comes from. It names the revision, and would make every page new
/// in every build if hashes saw it.
enum GeneratedLine {
  static let start = "This page is generated from "
  static let end = "the next export overwrites what is changed here."

  static func text(source: String, revision: String?) -> String {
    let origin = revision.map { "\(source) at revision \($0)" } ?? source
    return "\(start)\(origin). Change it there: \(end)"
  }

  /// A payload without the words of its line, which stands before anything that an author wrote.
  static func removed(from bytes: [UInt8]) -> [UInt8] {
    let endWords = Array(end.utf8)
    guard let start = bytes.place(of: Array(start.utf8), from: 0),
      let end = bytes.place(of: endWords, from: start)
    else { return bytes }
    return Array(bytes[..<start] + bytes[(end + endWords.count)...])
  }
}
