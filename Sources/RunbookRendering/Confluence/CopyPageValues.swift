import RunbookChecks

/// The values of `confluence.mustache`, the frame of the Copy pages. It holds no navigation: with
/// thousands of pages that would be most of every part.
enum CopyPageValues {
  static let names: Set<String> = [
    "language", "root", "home", "site_title", "title", "assets", "body", "generator",
    PagePolicy.valueName,
  ]

  static func values(
    _ page: CopyPages.Body, _ site: Site, _ templates: TemplateSet, _ options: RenderOptions
  ) -> [String: [UInt8]] {
    let texts = [
      "language": site.config.language, "root": RelativeURL.root(from: page.path),
      "home": RelativeURL.from(page.path, to: "index.html"), "site_title": site.config.title,
      "title": page.title, "generator": options.generator,
      PagePolicy.valueName: PagePolicy(site.config).text(),
    ]
    var values = texts.mapValues { Array($0.utf8) }
    values["assets"] = assets(templates, from: page.path)
    values["body"] = page.html
    return values
  }

  /// In the order in which they need each other.
  private static let scripts = [
    "confluence.js", "paste-shapes.js", "paste-units.js", "paste-words.js", "paste-blocks.js",
    "paste-tables.js", "paste-compare.js", "paste-back.js", "addresses.js",
  ]

  private static func assets(_ templates: TemplateSet, from path: String) -> [UInt8] {
    var html = MarkupWriter()
    func add(_ name: String, _ open: String, _ close: String) {
      guard let asset = templates.assetPath(name) else { return }
      html.raw(open)
      html.href(RelativeURL.from(path, to: asset))
      html.raw(close)
    }
    add("icon.svg", "<link rel=\"icon\" href=\"", "\">\n")
    add("theme.js", "<script src=\"", "\"></script>\n")
    for name in ["site.css", "confluence.css", TemplateSet.userStylesheet] {
      add(name, "<link rel=\"stylesheet\" href=\"", "\">\n")
    }
    for name in scripts { add(name, "<script src=\"", "\" defer></script>\n") }
    if path.hasPrefix(ToDoPages.prefix) {
      add("to-do.js", "<script src=\"", "\" defer></script>\n")
    }
    return html.bytes
  }
}
