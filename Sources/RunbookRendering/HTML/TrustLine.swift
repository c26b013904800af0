import RunbookChecks
import RunbookModel

/// What a reader asks before trusting a page, in one line under its title: how bad, whose, how old, how
/// much of it was checked, for what.
struct TrustLine {
  let page: CheckedRunbook
  let words: Words
  /// Of the page in the output.
  let path: String

  /// Of a page with many alerts the others stand at its foot.
  private static let alertLimit = 3

  private var metadata: RunbookMetadata { page.metadata }

  /// Items of a list.
  func markup() -> [UInt8] {
    var writer = MarkupWriter()
    severity(to: &writer)
    owner(to: &writer)
    reviewed(to: &writer)
    checked(to: &writer)
    appliesTo(to: &writer)
    alerts(to: &writer)
    return writer.bytes
  }

  private func severity(to writer: inout MarkupWriter) {
    guard metadata.severity != nil || !metadata.environments.isEmpty else { return }
    item(to: &writer) { writer in
      if let severity = metadata.severity {
        writer.raw("<b class=\"flag\">")
        writer.text(severity)
        writer.raw("</b> ")
      }
      writer.text(metadata.environments.joined(separator: ", "))
    }
  }

  private func owner(to writer: inout MarkupWriter) {
    guard let owner = metadata.owner?.value else { return }
    item(to: &writer) { writer in
      writer.link(RelativeURL.from(path, to: Facet.owners.path(owner.team)), owner.team)
      guard let contact = owner.contact else { return }
      writer.raw(" ")
      writer.contact(contact.value)
    }
  }

  /// The script says how long ago that was.
  private func reviewed(to writer: inout MarkupWriter) {
    guard let reviewed = metadata.reviewed?.value else { return }
    item(to: &writer) { writer in
      words.write(.trustReviewed, to: &writer) { _, writer in writer.time(reviewed) }
    }
  }

  /// As `coverage` counts it.
  private func checked(to writer: inout MarkupWriter) {
    let count = CoverageReport.Page(page).count
    guard count.found > 0 else { return }
    let isWhole = count.validated == count.found
    item(class: isWhole ? "ok" : nil, to: &writer) { writer in
      writer.raw("<span")
      writer.attribute("title", words[.trustCheckedHow])
      writer.raw(">")
      writer.text(
        words.say(.trustChecked, count: count.found, ["checked": String(count.validated)]))
      writer.raw("</span>")
    }
  }

  private func appliesTo(to writer: inout MarkupWriter) {
    guard !metadata.appliesTo.isEmpty else { return }
    item(to: &writer) { writer in
      let products = metadata.appliesTo.map { [$0.product, $0.versions?.value].compactMap(\.self) }
      let text = products.map { $0.joined(separator: " ") }.joined(separator: ", ")
      writer.text(words.say(.trustAppliesTo, ["products": text]))
    }
  }

  private func alerts(to writer: inout MarkupWriter) {
    let alerts = metadata.alerts
    guard !alerts.isEmpty else { return }
    item(to: &writer) { writer in
      writer.text(words.say(.trustAlerts, count: alerts.count))
      for name in alerts.prefix(Self.alertLimit) {
        writer.raw(" <a href=\"")
        writer.href(RelativeURL.from(path, to: Facet.alerts.path(name)))
        writer.raw("\">")
        CodeMarkup.writeWords(name, to: &writer)
        writer.raw("</a>")
      }
      guard alerts.count > Self.alertLimit else { return }
      writer.raw(" ")
      writer.link("#page-about", words.say(.andMore, count: alerts.count - Self.alertLimit))
    }
  }

  private func item(
    class name: String? = nil, to writer: inout MarkupWriter,
    _ content: (inout MarkupWriter) -> Void
  ) {
    writer.raw("<li")
    if let name { writer.attribute("class", name) }
    writer.raw(">")
    content(&writer)
    writer.raw("</li>\n")
  }
}
