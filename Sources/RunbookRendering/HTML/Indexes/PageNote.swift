import RunbookChecks
import RunbookModel

/// What the generated indexes have to know of a page's body.
struct PageNote: Sendable {
  var uses = CommandUses()
  /// Where a page stands for its folder: what else lies there.
  var rest: GeneratedIndex?

  init() {}

  init(_ page: CheckedRunbook, in site: Site) {
    uses = CommandUses(page)
    guard page.path.isIndex, let section = site.section(page.path.folder), !section.isLeaf else {
      return
    }
    var linked: (pages: Set<PagePath>, folders: Set<String>) = ([], [])
    for link in page.outline.links {
      switch site.index.resolve(link.value.destination, from: page.path) {
      case .page(let path, _): linked.pages.insert(path)
      case .folder(let path): linked.folders.insert(path.text)
      default: break
      }
    }
    rest = FolderIndexes(site: site).rest(of: section, without: linked)
  }
}
