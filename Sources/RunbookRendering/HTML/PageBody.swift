import RunbookChecks
import RunbookCommands
import RunbookModel

/// The body of one page of the wiki: its tree, with what the checks know of its blocks and tables.
enum PageBody {
  static func render(_ page: CheckedRunbook, in site: Site) -> [UInt8] {
    var options = HTMLBodyOptions()
    options.rawHTML = RawHTMLPolicy(rawValue: site.config.rawHTML) ?? .escape
    options.code = codeRoles(page, site)
    options.tables = tableRoles(page)
    options.omittedBlock = repeatedTitle(page)
    options.link = { link($0, page, site) }
    options.image = { link($0, page, site) }
    return HTMLBody.render(page.document, options)
  }

  private static func codeRoles(_ page: CheckedRunbook, _ site: Site) -> [Int: HTMLBodyOptions.Code]
  {
    var roles: [Int: HTMLBodyOptions.Code] = [:]
    for entry in page.outline.codeBlocks {
      var role = HTMLBodyOptions.Code()
      role.kind = ["text", "output", "txt"].contains(entry.value.language) ? "output" : "other"
      role.title = entry.value.attribute("title")?.value.text ?? ""
      role.expect = entry.value.attribute("expect")?.value.text ?? ""
      roles[entry.range.lowerBound] = role
    }
    for block in page.blocks {
      let start = block.range.lowerBound
      roles[start]?.kind = block.kind == .transcript ? "transcript" : "script"
      roles[start]?.step = block.step?.text
      if let id = block.context?.value, let context = site.config.context(id) {
        roles[start]?.context = (id, context.title, site.lane(of: id) ?? 0)
      }
    }
    return roles
  }

  private static func tableRoles(_ page: CheckedRunbook) -> [Int: HTMLBodyOptions.TableRole] {
    var roles: [Int: HTMLBodyOptions.TableRole] = [:]
    for table in page.tables {
      switch table.content {
      case .comparison:
        roles[table.range.lowerBound] = .init(
          className: "comparison", hasRowHeaders: table.keyColumn == 0, label: "Comparison")
      case .quickReference:
        roles[table.range.lowerBound] = .init(
          className: "quick-reference", hasRowHeaders: false, label: "Quick reference")
      }
    }
    return roles
  }

  /// A first heading that says what the frame says already.
  private static func repeatedTitle(_ page: CheckedRunbook) -> Int? {
    guard let first = page.document.blocks.first, case .heading(let heading) = first.kind,
      heading.level == 1, heading.content.plainText == page.metadata.title.value
    else { return nil }
    return first.range.lowerBound
  }

  private static func link(_ destination: String, _ page: CheckedRunbook, _ site: Site) -> String {
    switch site.index.resolve(destination, from: page.path) {
    case .external, .missing, .outside, .samePage: return destination
    case .page(let path, let anchor):
      let url = RelativeURL.from(page.path.htmlPath, to: path.htmlPath)
      return anchor.map { "\(url)#\($0)" } ?? url
    case .asset(let path): return RelativeURL.from(page.path.htmlPath, to: path.text)
    }
  }
}
