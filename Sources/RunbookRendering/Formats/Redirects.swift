package import RunbookChecks
import RunbookModel

/// A page at each alias, the former address of a page, that leads to where it is now.
package struct Redirects: FormatRenderer {
  static let format = OutputFormat(
    name: "redirects", isEnabled: { _ in true }, renderer: { site, _, _ in Redirects(site: site) })

  let site: Site

  /// Every alias that is published, and where. The rule `alias-conflict` says so when two claim an
  /// address.
  package static func all(_ site: SiteIndex) -> [(
    path: String, alias: Field<String>, page: PageSummary
  )] {
    var taken = Set(site.pages.map(\.path.htmlPath))
    return site.pages.flatMap { page in
      page.metadata.aliases.compactMap { alias in
        AliasPath.published(alias.value).flatMap { path in
          taken.insert(path).inserted ? (path, alias, page) : nil
        }
      }
    }
  }

  package func finish(_: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    for redirect in Self.all(site.index) {
      let bytes = Self.markup(
        redirect.path, to: redirect.page.path.htmlPath, title: redirect.page.metadata.title.value,
        site.config)
      receive(OutputFile(path: redirect.path, bytes: bytes))
    }
  }

  /// Sends the reader on without a script; who is not sent on finds a link.
  ///
  /// - Parameter fragment: the heading of the page, encoded and with its sign; nothing for its beginning.
  static func markup(
    _ path: String, to target: String, _ fragment: String = "", title: String, _ config: SiteConfig
  ) -> [UInt8] {
    let url = RelativeURL.from(path, to: target) + fragment
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
