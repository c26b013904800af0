import RunbookChecks
import RunbookModel

/// What the script of a running incident needs to know of a page: where it is in the site, whom to
/// call when, and what inputs are in which environment. It shows nothing by itself.
enum RunFrame {
  /// Nil for a page without steps.
  static func markup(_ page: CheckedRunbook, in site: Site, at path: String) -> [UInt8]? {
    guard let cards = PageBody.cards(of: page, in: site) else { return nil }
    var writer = MarkupWriter()
    writer.raw("<div class=\"run\" id=\"run\"")
    writer.attribute("data-page", path)
    if cards.hasProcedure { writer.raw(" data-starts") }
    let environments = environments(of: page, in: site)
    if !environments.isEmpty {
      writer.attribute("data-environments", json(environments, page.metadata.inputs))
    }
    writer.raw(">")
    for entry in page.metadata.escalation {
      writer.raw("<span data-after=\"\(entry.after.minutes)\" hidden>")
      writer.contact(entry.to.value)
      writer.raw("</span>")
    }
    writer.raw("</div>\n")
    return writer.bytes
  }

  /// Those that the page names, else those of the configuration.
  private static func environments(
    of page: CheckedRunbook, in site: Site
  ) -> [(name: String, values: EnvironmentDeclaration?)] {
    let known = site.config.environments
    guard !page.metadata.environments.isEmpty else { return known.map { ($0.name.value, $0) } }
    return page.metadata.environments.map { name in (name, known.first { $0.name.value == name }) }
  }

  private static func json(
    _ environments: [(name: String, values: EnvironmentDeclaration?)], _ inputs: [InputDeclaration]
  ) -> String {
    var writer = JSONWriter()
    writer.object { writer in
      for (name, values) in environments {
        writer.member(name) { writer in
          writer.object { writer in
            for input in inputs where !input.isSecret {
              guard let value = values?.value(of: input.name.value) else { continue }
              writer.member(input.name.value) { $0.string(value) }
            }
          }
        }
      }
    }
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
