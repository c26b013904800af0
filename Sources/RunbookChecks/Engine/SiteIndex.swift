package import RunbookModel

/// What every page may ask of the others: where they are, what their front matter says and, once all
/// bodies are read, what stands in those.
package struct SiteIndex: Sendable {
  /// Sorted by path.
  package var pages: [PageSummary] {
    SiteQuestions.note(.everything)
    return summaries
  }

  private let summaries: [PageSummary]
  /// Files of the content folder that are not pages.
  package private(set) var assets: Set<String>
  /// Drafts that are checked and not published.
  package let hiddenDrafts: Set<PagePath>
  /// Files that are there and must not be published. They count as missing; `AssetActive.refusal`
  /// tells them apart.
  let refused: Set<String>
  /// Whether a page declares a table that may be a quick reference.
  package let mayHaveQuickReferences: Bool
  /// Nil while bodies are being read.
  package internal(set) var contents: SiteContents?
  /// The first page of each title in Confluence, by what has to be unique there.
  private var titled: [ConfluenceIdentity: Int] = [:]
  /// The others that have one of these titles, in the order of their paths.
  private var titledAlike: [ConfluenceIdentity: [Int]] = [:]
  /// Alias paths as they are published, and who claims them, in the order of the pages' paths.
  package private(set) var aliases: [String: [Field<String>]] = [:]
  /// What pages may load; nil where nobody knows, see `PagePolicy`.
  let policy: PagePolicy?
  /// What a path that leads nowhere may have been meant to be.
  let suggestions: PathSuggestions
  private var positions: [PagePath: Int] = [:]
  /// Folders in which a page lies, or below which one does.
  private var folders: Set<String> = [""]

  /// The space of pages that name none.
  private let space: String?

  /// - Parameters:
  ///   - refused: files that are there and must not be published.
  ///   - hasDrafts: whether drafts are published like other pages.
  ///   - space: the Confluence space of pages that name none.
  ///   - policy: what pages may load.
  package init(
    _ summaries: [PageSummary], assets: Set<String>, refused: Set<String> = [],
    hasDrafts: Bool = false, space: String? = nil, policy: PagePolicy? = nil
  ) {
    self.assets = assets
    self.refused = refused
    self.space = space
    self.policy = policy
    let pages = summaries.sorted { $0.path < $1.path }
    self.summaries = pages
    mayHaveQuickReferences = pages.contains { $0.metadata.details.mayHaveQuickReference }
    hiddenDrafts =
      hasDrafts
      ? [] : Set(pages.filter { $0.metadata.lifecycle == .draft }.map(\.path))
    suggestions = PathSuggestions(pages.map(\.sourceName) + assets)
    positions.reserveCapacity(pages.count)
    for (position, page) in pages.enumerated() { add(page, position) }
  }

  private mutating func add(_ page: PageSummary, _ position: Int) {
    positions[page.path] = position
    var folder = page.path.folder
    while folders.insert(folder).inserted { folder = PagePath(folder).folder }
    let identity = identity(of: page.metadata)
    if titled[identity] == nil {
      titled[identity] = position
    } else {
      titledAlike[identity, default: []].append(position)
    }
    for alias in page.metadata.aliases {
      guard let path = AliasPath.published(alias.value) else { continue }
      aliases[path, default: []].append(alias)
    }
  }

  /// Takes in files that are made and not read.
  package mutating func add(assets made: [String]) { assets.formUnion(made) }

  /// The same site without what is not published.
  package var published: SiteIndex {
    guard !hiddenDrafts.isEmpty else { return self }
    return SiteIndex(
      summaries.filter { !hiddenDrafts.contains($0.path) }, assets: assets, refused: refused,
      space: space, policy: policy)
  }

  /// What a page with this front matter is in Confluence.
  func identity(of metadata: RunbookMetadata) -> ConfluenceIdentity {
    let confluence = metadata.confluence
    return ConfluenceIdentity(
      space: (confluence.space ?? space).map(ConfluenceName.folded) ?? "",
      title: ConfluenceName.folded((confluence.title ?? metadata.title).value))
  }

  package func page(_ path: PagePath) -> PageSummary? {
    SiteQuestions.note(.page, path.text)
    return positions[path].map { summaries[$0] }
  }

  /// The titles that are one in Confluence, in the order of the pages' paths.
  func titles(_ identity: ConfluenceIdentity) -> [Field<String>] {
    SiteQuestions.note(.titles, identity.space + "\0" + identity.title)
    return holders(of: identity)
  }

  private func holders(of identity: ConfluenceIdentity) -> [Field<String>] {
    guard let first = titled[identity] else { return [] }
    return ([first] + (titledAlike[identity] ?? [])).map { summaries[$0].confluenceTitle }
  }

  /// - Parameter name: a space and a title, as a question names them.
  func titleHolders(named name: String) -> [Field<String>] {
    let parts = name.split(separator: "\0", omittingEmptySubsequences: false).map(String.init)
    return parts.count == 2
      ? holders(of: ConfluenceIdentity(space: parts[0], title: parts[1])) : []
  }

  /// Those who claim an alias, in the order of the pages' paths.
  func claims(ofAlias path: String) -> [Field<String>] {
    SiteQuestions.note(.aliases, path)
    return aliases[path] ?? []
  }

  /// Where a page stands in `pages`.
  package func position(of path: PagePath) -> Int? { positions[path] }
}

/// What Confluence holds one page of: its space and its title, as it compares them.
struct ConfluenceIdentity: Hashable, Sendable {
  let space: String
  let title: String
}

/// What a link of a page points at.
package enum LinkTarget: Sendable, Equatable {
  /// A URL with a scheme, or one that a template of another tool fills in.
  case external
  case samePage(anchor: String)
  case page(PagePath, anchor: String?)
  case asset(PagePath)
  /// A folder without a page of its own, for which the wiki makes an index.
  case folder(PagePath)
  /// Nothing is there.
  case missing(String)
  /// It climbs out of the content folder.
  case outside
}

extension SiteIndex {
  /// Resolves a destination as it stands in the Markdown of a page.
  package func resolve(_ destination: String, from page: PagePath) -> LinkTarget {
    if Self.isExternal(destination) { return .external }
    let hash = destination.utf8.firstIndex(of: UInt8(ascii: "#"))
    let anchor = hash.map {
      PercentEncoding.decode(String(destination[destination.utf8.index(after: $0)...]))
    }
    let path = destination[..<(hash ?? destination.endIndex)].utf8
      .prefix { $0 != UInt8(ascii: "?") }
    if path.isEmpty { return .samePage(anchor: anchor ?? "") }
    let reference = PercentEncoding.decode(String(Substring(path)))
    guard let target = page.resolving(reference) else { return .outside }
    let isFolder = reference.utf8.last == UInt8(ascii: "/")
    // Nearly every link names the file of a page.
    if !isFolder, positions[target] != nil {
      if target == page, let anchor { return .samePage(anchor: anchor) }
      return .page(target, anchor: anchor)
    }
    for candidate in candidates(target, isFolder: isFolder) where positions[candidate] != nil {
      if candidate == page, let anchor { return .samePage(anchor: anchor) }
      return .page(candidate, anchor: anchor)
    }
    if assets.contains(target.text) { return .asset(target) }
    if folders.contains(target.text) { return .folder(target) }
    return .missing(target.text)
  }

  /// The page at an address as Hugo and MkDocs publish it: a page is a folder there, so that its links
  /// begin one level deeper, and Hugo writes addresses in lower case. Nil when nothing is there either.
  func atSiteAddress(_ destination: String, from page: PagePath) -> PageSummary? {
    guard !page.isIndex, !destination.hasPrefix("/") else { return nil }
    let inside = PagePath(
      page.text.hasSuffix(".md") ? page.text.dropLast(3) + "/index.md" : page.text)
    let meant: PageSummary?
    switch resolve(destination, from: inside) {
    case .page(let path, _): meant = self.page(path)
    case .missing(let path):
      meant = suggestions.page(atAddress: path).flatMap { name in
        self.page(PagePath(name).folderPageRank == nil ? PagePath(name) : PagePath(name).folderPage)
      }
    default: meant = nil
    }
    // Only a link that names the page means it: `./` there may have meant anything.
    guard let meant, meant.path == page else { return meant }
    let path = destination.prefix { $0 != "#" && $0 != "?" }
    return path.split(separator: "/").last == Substring(page.stem) ? meant : nil
  }

  /// Where a page may be that a path means: the file, the page of the folder, the file without its
  /// ending.
  private func candidates(_ target: PagePath, isFolder: Bool) -> [PagePath] {
    if target.text.isEmpty { return [target.folderPage] }
    let ofFolder = PagePath(target.text + "/index.md")
    let named = PagePath(target.text + ".md")
    if isFolder { return [ofFolder, named] }
    if target.folderPageRank != nil { return [pageOfFile(target)] }
    guard target.text.hasSuffix(".html") else { return [target, ofFolder, named] }
    return [target, PagePath(String(target.text.dropLast(5)) + ".md")]
  }

  /// The page that a file of such a name is: itself, or the page of its folder that is made from it.
  private func pageOfFile(_ file: PagePath) -> PagePath {
    page(file.folderPage)?.sourceName == file.text ? file.folderPage : file
  }

  /// A scheme as in RFC 3986 §3.1, a network path, or a tag of Hugo, Jinja or Liquid.
  static func isExternal(_ destination: String) -> Bool {
    var destination = destination
    return destination.withUTF8 { isExternal($0) }
  }

  private static func isExternal(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if bytes.starts(with: "//".utf8) || holdsTag(bytes) { return true }
    for (number, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: ":"): return number > 0
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        if number == 0 { return false }
      default: return false
      }
    }
    return false
  }

  /// Whether there is a `{{` or a `{%`.
  private static func holdsTag(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.indices.dropLast().contains { index in
      bytes[index] == UInt8(ascii: "{")
        && (bytes[index + 1] == UInt8(ascii: "{") || bytes[index + 1] == UInt8(ascii: "%"))
    }
  }
}
