import RunbookChecks
import RunbookModel

/// The list of all sections, for sites that have more than navigation shows.
enum SectionsPage {
  static let path = "sections.html"
  static let title = "All sections"

  static func isNeeded(_ site: Site) -> Bool { site.sections.count > Navigation.sectionLimit }

  static func body(_ site: Site) -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<ul class=\"entries\">\n")
    for section in site.sections {
      writer.raw("<li>")
      writer.link(RelativeURL.from(path, to: section.htmlPath), section.title)
      let count = section.pages.count
      writer.raw(
        "\n<p class=\"facts\"><span>\(count) \(count == 1 ? "page" : "pages")</span></p></li>\n")
    }
    writer.raw("</ul>\n")
    return writer.bytes
  }
}
