import RunbookChecks
import RunbookModel

/// A page at each alias, the former address of a page, that leads to where it is now.
struct Redirects: FormatRenderer {
  static let format = OutputFormat(
    name: "redirects", isEnabled: { _ in true }, renderer: { site, _, _ in Redirects(site: site) })

  let site: Site

  func finish(_: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    var taken = Set(site.pages.map(\.path.htmlPath))
    for page in site.pages {
      for alias in page.metadata.aliases {
        // The rule `alias-conflict` says so when two claim an address.
        guard let path = AliasPath.published(alias.value), taken.insert(path).inserted else {
          continue
        }
        let bytes = Self.markup(
          path, to: page.path.htmlPath, title: page.metadata.title.value, site.config)
        receive(OutputFile(path: path, bytes: bytes))
      }
    }
  }

  /// Sends the reader on without a script; who is not sent on finds a link.
  private static func markup(
    _ path: String, to target: String, title: String, _ config: SiteConfig
  ) -> [UInt8] {
    let url = RelativeURL.from(path, to: target)
    var writer = MarkupWriter()
    writer.raw("<!doctype html>\n<html")
    writer.attribute("lang", config.language)
    writer.raw(">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\"")
    writer.raw(" content=\"default-src 'none'; base-uri 'none'; form-action 'none'\">\n")
    writer.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
    writer.raw("<meta name=\"robots\" content=\"noindex\">\n<title>")
    writer.text(title)
    writer.raw("</title>\n<link rel=\"canonical\" href=\"")
    writer.href(config.absoluteBase.map { $0 + RelativeURL.from("index.html", to: target) } ?? url)
    writer.raw("\">\n<meta http-equiv=\"refresh\" content=\"0; url=")
    writer.href(url)
    writer.raw("\">\n</head>\n<body>\n<main>\n<h1>This page has moved</h1>\n<p>It is now at ")
    writer.link(url, title)
    writer.raw(".</p>\n</main>\n</body>\n</html>\n")
    return writer.bytes
  }
}
