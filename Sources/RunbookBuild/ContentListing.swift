import RunbookModel

/// What the content folder holds. Names are paths in it.
struct ContentListing: Sendable {
  /// In the order of their paths.
  private(set) var pages: [PagePath] = []
  var assets: [String] = []
  /// Files that must not be published.
  var refused: Set<String> = []
  /// The files of pages that are called otherwise: a `README.md` that stands for its folder.
  private var files: [PagePath: String] = [:]

  init() {}

  /// Of several files that may stand for a folder the first does, and the others are pages of their
  /// own.
  init(pagesAmong names: [String]) {
    var owners: [PagePath: (rank: Int, name: String)] = [:]
    for name in names {
      let path = PagePath(name)
      guard let rank = path.folderPageRank else { continue }
      if rank < owners[path.folderPage]?.rank ?? .max { owners[path.folderPage] = (rank, name) }
    }
    for name in names where name.hasSuffix(".md") {
      let path = PagePath(name)
      guard path.folderPageRank != nil, owners[path.folderPage]?.name == name else {
        pages.append(path)
        continue
      }
      pages.append(path.folderPage)
      if path != path.folderPage { files[path.folderPage] = name }
    }
    pages.sort()
  }

  /// Whether a file is listed, by its path in the content folder.
  func holds(_ name: String) -> Bool {
    refused.contains(name) || assets.contains(name) || pages.contains { file(of: $0) == name }
  }

  /// The file of a page.
  func file(of page: PagePath) -> String { files[page] ?? page.text }
}
