import RunbookChecks
import RunbookModel

/// `feed.xml`: the pages that were reviewed last (RFC 4287, Atom). An Atom feed needs absolute ids, so
/// there is none without a base URL.
struct Feed: FormatRenderer {
  static let format = OutputFormat(
    name: "feed", isEnabled: { $0.config.baseURL != nil },
    renderer: { site, _, _ in Feed(site: site) }, names: [path])

  let site: Site

  func finish(_: [(any Sendable)?], to receive: (OutputFile) -> Void) {
    guard let base = site.config.absoluteBase else { return }
    receive(OutputFile(path: Self.path, bytes: Self.atom(site, base)))
  }

  static let path = "feed.xml"
  /// How many pages the feed names.
  static let limit = 50

  private static func atom(_ site: Site, _ base: String) -> [UInt8] {
    let dated = site.pages.enumerated().compactMap { position, page in
      page.metadata.reviewed.map { (position: position, day: $0.value) }
    }.sorted { ($1.day, $0.position) < ($0.day, $1.position) }
    var writer = MarkupWriter()
    writer.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    writer.raw("<feed xmlns=\"http://www.w3.org/2005/Atom\">\n")
    writer.element("title", site.config.title)
    writer.element("id", base)
    writer.raw("<link rel=\"self\" type=\"application/atom+xml\"")
    writer.attribute("href", base + path)
    writer.raw("/>\n<link rel=\"alternate\" type=\"text/html\"")
    writer.attribute("href", base)
    writer.raw("/>\n")
    writer.element("updated", moment(dated.first?.day))
    writer.raw("<generator>runbookgen</generator>\n")
    for (position, day) in dated.prefix(limit) {
      let page = site.pages[position]
      let url = base + RelativeURL.from("index.html", to: page.path.htmlPath)
      writer.raw("<entry>\n")
      writer.element("title", page.metadata.title.value)
      writer.element("id", url)
      writer.raw("<link rel=\"alternate\" type=\"text/html\"")
      writer.attribute("href", url)
      writer.raw("/>\n")
      writer.element("updated", moment(day))
      writer.raw("<author>")
      writer.element("name", page.metadata.owner?.value.team ?? site.config.title)
      writer.raw("</author>\n")
      writer.element(
        "summary", page.metadata.summary ?? site.words.say(.reviewedOn, ["date": "\(day)"]))
      writer.raw("</entry>\n")
    }
    writer.raw("</feed>\n")
    return writer.bytes
  }

  /// The start of a day; a feed has to say when it changed even if it holds nothing.
  private static func moment(_ day: CalendarDate?) -> String {
    (day?.description ?? "1970-01-01") + "T00:00:00Z"
  }
}

extension MarkupWriter {
  /// An element with text. What XML 1.0 forbids even as a reference becomes a space.
  fileprivate mutating func element(_ name: String, _ text: String) {
    raw("<\(name)>")
    self.text(String(String.UnicodeScalarView(text.unicodeScalars.map(Self.allowed))))
    raw("</\(name)>\n")
  }

  private static func allowed(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...: scalar
    default: " "
    }
  }
}
