import RunbookChecks
import RunbookModel

enum NavigationValues {
  static let names: Set<String> = [
    "site_title", "home", "sections", "title", "url", "is_current", "has_pages", "pages",
  ]
}

/// The list of sections and pages beside every page. It is rendered once a folder; the mark of the
/// current page is put in afterwards, so that its cost does not grow with the number of pages.
struct Navigation {
  private let html: [String: String]

  init(_ site: Site, _ templates: TemplateSet) {
    var html: [String: String] = [:]
    for folder in site.sections.map(\.folder) + GeneratedIndexes.folders where html[folder] == nil {
      html[folder] = Self.render(site, templates, folder: folder)
    }
    self.html = html
  }

  /// The navigation for a page of the output.
  func html(at path: String) -> String {
    let base = html[PagePath(path).folder] ?? ""
    let link = "<a href=\"\(RelativeURL.from(path, to: path))\""
    guard let place = base.range(ofFirst: link) else { return base }
    return base[..<place.lowerBound] + "<a aria-current=\"page\"" + base[place].dropFirst(2)
      + base[place.upperBound...]
  }

  private static func render(_ site: Site, _ templates: TemplateSet, folder: String) -> String {
    let here = folder.isEmpty ? "index.html" : folder + "/index.html"
    let sections = site.sections.filter { !$0.folder.isEmpty || !$0.pages.isEmpty }.map {
      section -> [String: Any] in
      let isCurrent = section.folder == folder
      var value: [String: Any] = [
        "title": section.title, "url": RelativeURL.from(here, to: section.htmlPath),
      ]
      if isCurrent { value["is_current"] = true }
      if isCurrent || site.pages.count <= 50, !section.pages.isEmpty {
        value["has_pages"] = true
        value["pages"] = section.pages.compactMap { path in
          site.page(path).map {
            ["title": $0.navigationTitle, "url": RelativeURL.from(here, to: path.htmlPath)]
          }
        }
      }
      return value
    }
    return templates.render(
      "navigation",
      [
        "site_title": site.config.title, "home": RelativeURL.from(here, to: "index.html"),
        "sections": sections,
      ])
  }
}

extension String {
  /// The first place where another string stands, compared byte by byte.
  fileprivate func range(ofFirst needle: String) -> Range<Index>? {
    let target = Array(needle.utf8)
    var start = utf8.startIndex
    while let candidate = utf8[start...].firstIndex(of: target[0]) {
      if utf8[candidate...].starts(with: target) {
        return candidate..<utf8.index(candidate, offsetBy: target.count)
      }
      start = utf8.index(after: candidate)
    }
    return nil
  }
}
