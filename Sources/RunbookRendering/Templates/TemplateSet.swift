package import RunbookChecks
import RunbookModel

/// The templates of a site, and its assets under their fingerprinted names.
package struct TemplateSet: Sendable {
  /// A file of `templates/assets/`.
  package struct Asset: Sendable {
    package let name: String
    package let bytes: [UInt8]
    /// `assets/site.1a2b3c4d5e.css`
    package let path: String

    /// False for what stands inside the page that uses it: the file of the whole wiki, or 404.html.
    package var isPublished: Bool { !["bundle.css", "bundle.js", "not-found.js"].contains(name) }

    package init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
      let dot = name.lastIndex(of: ".") ?? name.endIndex
      path = "assets/\(name[..<dot]).\(SHA256.hex(bytes).prefix(10))\(name[dot...])"
    }
  }

  package let assets: [Asset]
  private let templates: CompiledTemplates
  /// What templates find under `words`.
  private let words: TemplateValue

  /// A template that does not compile, or must not be, has been reported by `template-syntax` or
  /// `template-recursive`, and renders as nothing.
  package init(_ templates: [TemplateSource], assets: [Asset], words: Words = .keys) {
    self.templates = CompiledTemplates(templates)
    self.assets = assets
    self.words = .table(words.texts.mapValues { .text(Array($0.utf8)) })
  }

  /// The output path of an asset, or nil if there is none of this name.
  func assetPath(_ name: String) -> String? { assets.first { $0.name == name }?.path }

  /// The elements of a page's head that load the style sheets, the scripts and the icon. Only
  /// `theme.js` runs before the page is shown: it sets the remembered theme.
  ///
  /// - Parameter hasTables: whether a table of the page is checked, and has something to sort and filter.
  func headMarkup(root: String, for kind: PageKind, hasTables: Bool = false) -> String {
    var writer = MarkupWriter()
    func add(_ name: String, _ open: String, _ close: String) {
      guard let path = assetPath(name) else { return }
      writer.raw(open)
      writer.href(root + path)
      writer.raw(close)
    }
    add("icon.svg", "<link rel=\"icon\" href=\"", "\">\n")
    add("theme.js", "<script src=\"", "\"></script>\n")
    for name in Self.styleSheets + kind.styleSheets + [Self.userStylesheet] {
      add(name, "<link rel=\"stylesheet\" href=\"", "\">\n")
    }
    for name in Self.scripts + (hasTables ? ["tables.js"] : []) + kind.scripts
    where assetPath(name) != nil {
      add(name, "<script src=\"", "\"")
      switch name {
      case "site.js":
        writer.attribute(
          "data-search", Self.searchFiles.compactMap { assetPath($0) }.joined(separator: " "))
      case "incident.js":
        writer.attribute("data-run", later(Self.runFiles, root: root))
      case "paste-box.js":
        writer.attribute("data-later", later(Self.pasteFiles, root: root))
      default: break
      }
      writer.raw(" defer></script>\n")
    }
    return writer.string
  }

  /// Files that a script loads, as its attribute names them.
  private func later(_ names: [String], root: String) -> String {
    names.compactMap { assetPath($0) }.map { root + $0 }.joined(separator: " ")
  }

  /// The same for the page that does not know where it is: its style is inside it, and so is a
  /// script that looks for the site's root and loads the rest from there.
  func headMarkupOfNotFound() -> (markup: String, inlined: InlineAssets) {
    var inlined = InlineAssets()
    var markup = ""
    let bytes = Dictionary(
      assets.map { ($0.path, $0.bytes) }, uniquingKeysWith: { first, _ in first })
    if let path = assetPath("site.css"), let style = inlined.style(at: path, { bytes[$0] }) {
      markup += style + "\n"
    }
    let own = assets.first { $0.name == "not-found.js" }
    if let script = own.map({ InlineAssets.text($0.bytes) }), let probe = assetPath("theme.js") {
      let rest =
        ["icon.svg"] + Self.styleSheets.dropFirst() + PageKind.search.styleSheets
        + [Self.userStylesheet] + Self.scripts + PageKind.search.scripts
      let search = Self.searchFiles.compactMap { assetPath($0) }
      markup += inlined.script(
        script,
        data: [
          "probe": probe, "assets": rest.compactMap { assetPath($0) }.joined(separator: " "),
          "search": search.joined(separator: " "),
        ])
    }
    return (markup, inlined)
  }

  private static let styleSheets = ["site.css"]
  private static let scripts = [WordScript.name, "site.js"]
  /// What `site.js` loads when somebody searches.
  private static let searchFiles = [
    "search.css", "search-words.js", "search-index.js", "search.js", "search-dialog.js",
  ]
  /// What `incident.js` loads when an incident begins, in the order in which they need each other.
  private static let runFiles = [
    "run.css", "run-words.js", "run-cards.js", "run-bar.js", "run-sheets.js", "run-log.js",
    "run.js",
  ]
  /// What `paste-box.js` loads when a page is pasted back, in the order in which they need each other.
  private static let pasteFiles = [
    "paste-shapes.js", "paste-units.js", "paste-words.js", "paste-blocks.js", "paste-tables.js",
    "paste-compare.js", "paste-back.js",
  ]

  /// The name under which the style sheet of the configuration is published.
  static let userStylesheet = "user.css"

  /// A template with its values: text, or markup where the template says so. An empty template when
  /// there is none of this name.
  package func render(_ name: String, _ values: [String: [UInt8]]) -> [UInt8] {
    var table: [String: TemplateValue] = values.mapValues { .text($0) }
    table["words"] = words
    return templates.template(name)?.rendered(with: .table(table)) ?? []
  }

  /// The templates that a site must have.
  package static let names = ["confluence", "index", "navigation", "not-found", "page", "search"]

  /// Templates without a word that the frames put in, for a site to say something there.
  package static let hooks = ["head-end", "header-end", "footer"]

  /// Every name that some template is offered, by template.
  ///
  /// - Parameter words: the keys of the words.
  package static func offeredNames(_ template: String, words: some Sequence<String>) -> Set<String>
  {
    names(template).union(words.map { "words." + $0 })
  }

  private static func names(_ template: String) -> Set<String> {
    switch template {
    case "page": PageValues.names
    case "confluence": CopyPageValues.names
    case "navigation": NavigationValues.names
    case "index": IndexValues.names
    case "not-found": ["home", "site_title"]
    case "search": ["alerts", "indexes"]
    default:
      PageValues.names.union(NavigationValues.names).union(IndexValues.names)
        .union(CopyPageValues.names)
    }
  }
}
