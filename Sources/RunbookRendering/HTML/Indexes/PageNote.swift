import RunbookChecks
import RunbookModel

/// What the generated indexes have to know of a page's body.
struct PageNote: Sendable {
  var uses = CommandUses()
  /// Where a page stands for its folder: what else lies there.
  var rest: GeneratedIndex?
  /// Where a page stands for its folder: the pages and folders that it links to itself.
  private var linked: (pages: Set<PagePath>, folders: Set<String>) = ([], [])

  init() {}

  init(_ page: CheckedRunbook, in site: Site) {
    uses = CommandUses(page)
    guard Self.section(of: page.path, in: site) != nil else { return }
    for link in page.outline.links {
      switch site.index.resolve(link.value.destination, from: page.path) {
      case .page(let path, _): linked.pages.insert(path)
      case .folder(let path): linked.folders.insert(path.text)
      default: break
      }
    }
    findRest(of: page.path, in: site)
  }

  /// The section that a page stands for, if there is more in it.
  private static func section(of page: PagePath, in site: Site) -> Site.Section? {
    guard page.isIndex, let section = site.section(page.folder), !section.isLeaf else { return nil }
    return section
  }

  private mutating func findRest(of page: PagePath, in site: Site) {
    rest = Self.section(of: page, in: site).flatMap {
      FolderIndexes(site: site).rest(of: $0, without: linked)
    }
  }
}

extension PageNote {
  func write(to record: inout RecordWriter) {
    record.blob(uses.bytes)
    record.put(linked.pages.sorted())
    record.put(linked.folders.sorted())
  }

  /// - Throws: `RecordDamage` where the bytes hold no note.
  init(
    from record: inout RecordReader, of page: PagePath, in site: Site
  ) throws(RecordDamage) {
    uses = CommandUses(bytes: try record.blob())
    linked.pages = Set(try record.take([PagePath].self))
    linked.folders = Set(try record.take([String].self))
    findRest(of: page, in: site)
  }
}
