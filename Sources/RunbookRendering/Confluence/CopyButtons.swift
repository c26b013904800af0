import RunbookChecks
import RunbookModel

/// The buttons that `confluence.js` serves; they are hidden where no script runs.
enum CopyButtons {
  /// By what the script calls the payload.
  private static let targets: [(String, Word)] = [
    ("cloud", .copyForCloud), ("dc", .copyForDataCenter), ("storage", .copyStorage),
  ]

  static func write(_ words: Words, to html: inout MarkupWriter) {
    for (index, (target, title)) in targets.enumerated() {
      if index > 0 { html.raw(" ") }
      html.raw("<button class=\"button\" type=\"button\" data-copy=\"\(target)\">")
      html.text(words[title])
      html.raw("</button>")
    }
  }

  /// Where the script says whose button is which.
  ///
  /// - Parameter product: the one that the site is exported for. Its button is the reader's, until they
  ///   take another.
  static func writeWhose(_ product: ConfluenceTarget, to html: inout MarkupWriter) {
    html.raw(" <span data-whose=\"\(name(of: product))\"></span>")
  }

  /// What the script calls the payload of a product.
  static func name(of product: ConfluenceTarget) -> String { product == .cloud ? "cloud" : "dc" }
}

extension PageValues {
  /// What a wiki page needs for Copy buttons of its own.
  mutating func setCopyButtons(of page: PagePath, in site: Site, _ templates: TemplateSet) {
    var html = MarkupWriter()
    html.raw("<div class=\"copy-bar\"")
    html.attribute(
      "data-payload", RelativeURL.from(path, to: ConfluenceExport.scriptPath(of: page)))
    if let script = templates.assetPath("confluence.js") {
      html.attribute("data-script", RelativeURL.from(path, to: script))
    }
    html.raw("><p data-needs-script hidden>")
    CopyButtons.write(site.words, to: &html)
    CopyButtons.writeWhose(ConfluenceExport.configuredTarget(site), to: &html)
    html.raw("</p><p><a")
    let entry = RelativeURL.from(
      path,
      to: CopyPages.path(ofEntryAt: site.place(of: page) ?? 0, of: site.pageCount))
    html.attribute("href", "\(entry)#\(CopyEntry.id(page.htmlPath))")
    html.raw(">")
    html.text(site.words[.howToPaste])
    html.raw("</a> <span role=\"status\"></span></p>")
    html.raw("</div>")
    set("copy", html.bytes)
  }
}
