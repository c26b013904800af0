import RunbookChecks
import RunbookModel

/// The front matter of a page as markup.
struct PagePlate {
  let page: CheckedRunbook
  let site: Site
  /// Of the page in the output.
  let path: String

  private var metadata: RunbookMetadata { page.metadata }

  // MARK: Above the title

  func badges() -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<span class=\"kind\">\(metadata.kind.label)</span>")
    switch metadata.lifecycle {
    case .draft: flag("Draft", "warn", to: &writer)
    case .deprecated: flag("Deprecated", "stop", to: &writer)
    case .active: break
    }
    if let due = metadata.due {
      writer.raw(" <span class=\"flag warn\" data-due=\"\(due)\" hidden>Review overdue</span>")
    }
    return writer.bytes
  }

  private func flag(_ text: String, _ tone: String, to writer: inout MarkupWriter) {
    writer.raw(" <span class=\"flag \(tone)\">")
    writer.text(text)
    writer.raw("</span>")
  }

  // MARK: Under the body

  /// Heading of what the front matter says.
  var aboutTitle: String { site.words[metadata.kind == .runbook ? .aboutRunbook : .aboutPage] }

  /// Rows of a definition list: whom to ask, when to escalate, what it is about.
  func plate() -> [UInt8] {
    var writer = MarkupWriter()
    if let owner = metadata.owner?.value {
      row("Owner", to: &writer) { writer in
        writer.raw("<dd>")
        writer.link(
          RelativeURL.from(path, to: Facet.owners.path(owner.team)), owner.team)
        if let contact = owner.contact {
          writer.raw(" <span class=\"contact\">")
          writer.contact(contact.value)
          writer.raw("</span>")
        }
        writer.raw("</dd>")
      }
    }
    list("Escalate after", metadata.escalation, to: &writer) { entry, writer in
      writer.raw("<b>\(entry.after.text)</b> ")
      writer.contact(entry.to.value)
    }
    list("Alerts", metadata.alerts, to: &writer) { name, writer in
      writer.raw("<a href=\"")
      writer.href(RelativeURL.from(path, to: Facet.alerts.path(name)))
      writer.raw("\">")
      CodeMarkup.writeWords(name, to: &writer)
      writer.raw("</a>")
    }
    list("Environments", metadata.environments, to: &writer) { $1.text($0) }
    list("Applies to", metadata.appliesTo, to: &writer) { entry, writer in
      writer.text(entry.product)
      guard let versions = entry.versions else { return }
      writer.raw(" <span class=\"versions\">")
      writer.text(versions)
      writer.raw("</span>")
    }
    list("Audience", metadata.audience, to: &writer) { name, writer in
      writer.link(RelativeURL.from(path, to: Facet.audience.path(name)), name)
    }
    reviewed(to: &writer)
    return writer.bytes
  }

  private func reviewed(to writer: inout MarkupWriter) {
    guard let reviewed = metadata.reviewed?.value else { return }
    row("Reviewed", to: &writer) { writer in
      writer.raw("<dd>")
      writer.time(reviewed)
      writer.raw("</dd>")
      guard let due = metadata.due else { return }
      writer.raw("<dd>due ")
      writer.time(due)
      writer.raw("</dd>")
    }
  }

  private func list<Value>(
    _ name: String, _ values: [Value], to writer: inout MarkupWriter,
    _ value: (Value, inout MarkupWriter) -> Void
  ) {
    guard !values.isEmpty else { return }
    row(name, to: &writer) { writer in
      for entry in values {
        writer.raw("<dd>")
        value(entry, &writer)
        writer.raw("</dd>")
      }
    }
  }

  private func row(
    _ name: String, to writer: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void
  ) {
    writer.raw("<div><dt>\(name)</dt>")
    content(&writer)
    writer.raw("</div>\n")
  }

  // MARK: Before the body

  /// What a reader has to know before the first command: deprecated, draft, overdue.
  func notices() -> [UInt8] {
    var writer = MarkupWriter()
    switch metadata.lifecycle {
    case .deprecated:
      notice("caution", "Deprecated", to: &writer) { writer in
        writer.raw("Do not follow this page.")
        guard let (title, url) = successor() else { return }
        writer.raw(" Use ")
        writer.link(url, title)
        writer.raw(" instead.")
      }
    case .draft:
      notice("warning", "Draft", to: &writer) {
        $0.raw("Nobody has approved this page yet. Check each command before you run it.")
      }
    case .active: break
    }
    guard let due = metadata.due else { return writer.bytes }
    notice("warning", "Review overdue", " data-due=\"\(due)\" hidden", to: &writer) { writer in
      writer.raw("This page was to be reviewed by ")
      writer.time(due)
      writer.raw(". Check each command before you run it")
      if let owner = metadata.owner?.value {
        writer.raw(", and tell ")
        writer.text(owner.team)
        writer.raw(" what no longer fits")
      }
      writer.raw(".")
    }
    return writer.bytes
  }

  private func notice(
    _ kind: String, _ title: String, _ attributes: String = "", to writer: inout MarkupWriter,
    _ text: (inout MarkupWriter) -> Void
  ) {
    writer.raw("<aside class=\"alert alert-\(kind)\" role=\"note\"\(attributes)>")
    writer.raw("<p class=\"alert-title\">\(title)</p>\n<p>")
    text(&writer)
    writer.raw("</p></aside>\n")
  }

  private func successor() -> (title: String, url: String)? {
    guard let successor = metadata.replacedBy,
      case .page(let target, _) = site.index.resolve(successor.value, from: page.path),
      let title = site.page(target)?.metadata.title.value
    else { return nil }
    return (title, RelativeURL.from(path, to: target.htmlPath))
  }

  /// Prerequisites and permissions.
  func preparation() -> [UInt8] {
    var writer = MarkupWriter()
    ticks("Before you start", "prerequisites", metadata.prerequisites, "", "", to: &writer)
    ticks("Permissions", "permissions", metadata.permissions, "<code>", "</code>", to: &writer)
    return writer.bytes
  }

  private func ticks(
    _ title: String, _ id: String, _ entries: [String], _ open: String, _ close: String,
    to writer: inout MarkupWriter
  ) {
    guard !entries.isEmpty else { return }
    writer.raw("<section aria-labelledby=\"page-\(id)\">\n<h2 class=\"label\" id=\"page-\(id)\">")
    writer.raw("\(title)</h2>\n<ul class=\"ticks\">\n")
    for entry in entries {
      writer.raw("<li>\(open)")
      writer.text(entry)
      writer.raw("\(close)</li>\n")
    }
    writer.raw("</ul>\n</section>\n")
  }

  // MARK: Where it comes from

  func about(editURL: String?) -> [UInt8] {
    var writer = MarkupWriter()
    list("Tags", metadata.tags, to: &writer) { tag, writer in
      writer.link(RelativeURL.from(path, to: Facet.tags.path(tag)), tag)
    }
    if metadata.lifecycle != .active {
      list("Lifecycle", [metadata.lifecycle.rawValue], to: &writer) { $1.text($0) }
    }
    list("Source", [page.sourcePath], to: &writer) { source, writer in
      CodeMarkup.writeWords(source, to: &writer)
      guard let editURL, URLSafety.isSafe(editURL) else { return }
      writer.raw(" <a class=\"edit\" href=\"")
      writer.href(editURL)
      writer.raw("\">Edit this page</a>")
    }
    let sources = metadata.sources.map(\.value).filter(URLSafety.isSafe)
    list("Facts from", sources, to: &writer) { $1.link($0, $0) }
    return writer.bytes
  }
}
