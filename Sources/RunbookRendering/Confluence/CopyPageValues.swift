import RunbookChecks

/// The values of `confluence.mustache`, the frame of the Copy pages.
enum CopyPageValues {
  static let names: Set<String> = [
    "language", "root", "home", "site_title", "title", "assets", "navigation", "body", "generator",
    PagePolicy.valueName,
  ]

  /// - Parameter navigation: of the folder of the Copy pages.
  static func values(
    _ page: CopyPages.Body, _ site: Site, _ templates: TemplateSet, _ options: RenderOptions,
    _ navigation: [UInt8]
  ) -> [String: [UInt8]] {
    let root = RelativeURL.root(from: page.path)
    let isToDo = page.path.hasPrefix(ToDoPages.prefix)
    let texts = [
      "language": site.config.language, "root": root, "home": root + "index.html",
      "site_title": site.config.title, "title": page.title, "generator": options.generator,
      "assets": templates.headMarkup(root: root, for: isToDo ? .toDo : .copy),
      PagePolicy.valueName: PagePolicy(site.config).text(),
    ]
    var values = texts.mapValues { Array($0.utf8) }
    values["navigation"] = navigation
    values["body"] = page.html
    return values
  }
}
