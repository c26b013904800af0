import RunbookModel

/// What an include names: a page, or a section or a step of it.
struct IncludePlace: Hashable {
  let path: PagePath
  let anchor: String?

  /// Nil for what is no page of the site.
  ///
  /// - Parameter page: the page with the link.
  init?(_ target: LinkTarget, on page: PagePath) {
    switch target {
    case .page(let path, let anchor): (self.path, self.anchor) = (path, anchor)
    case .samePage(let anchor): (path, self.anchor) = (page, anchor)
    case .external, .asset, .folder, .missing, .outside: return nil
    }
  }

  /// What this text includes itself, as far as that can be read.
  func included(in site: SiteIndex, _ source: IncludeSource) -> [IncludePlace] {
    SiteQuestions.note(.text, path.text)
    guard let summary = site.page(path), let text = source.read(path),
      case .blocks(let blocks)? = IncludeSelection(
        anchor, of: text, title: summary.metadata.title.value)
    else { return [] }
    return blocks.compactMap { index in
      IncludeLink.alone(in: text.document.blocks[index]).flatMap {
        IncludePlace(site.resolve($0.link.destination, from: path), on: path)
      }
    }
  }
}
