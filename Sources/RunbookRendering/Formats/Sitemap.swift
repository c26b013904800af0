import RunbookChecks
import RunbookModel

/// `sitemap.xml` (sitemaps.org, protocol 0.9). It takes absolute URLs, so there is none without a
/// base URL.
struct Sitemap: FormatRenderer {
  static let format = OutputFormat(
    name: "sitemap", isEnabled: { $0.config.baseURL != nil },
    renderer: { site, _, _ in Sitemap(site: site) }, names: ["sitemap.xml"])

  let site: Site

  func finish(_: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    guard let base = site.config.absoluteBase else { return }
    var writer = MarkupWriter()
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.raw("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n")
    for page in site.pages {
      writer.raw("<url><loc>")
      writer.text(base + RelativeURL.from("index.html", to: page.path.htmlPath))
      writer.raw("</loc>")
      if let reviewed = page.metadata.reviewed {
        writer.raw("<lastmod>\(reviewed.value)</lastmod>")
      }
      writer.raw("</url>\n")
    }
    writer.raw("</urlset>\n")
    receive(OutputFile(path: "sitemap.xml", bytes: writer.bytes))
  }
}
