import RunbookChecks
import RunbookModel

/// The front matter of a page as markup.
struct PagePlate {
  let page: CheckedRunbook
  let site: Site
  /// Of the page in the output.
  let path: String

  private var metadata: RunbookMetadata { page.metadata }
  private var words: Words { site.words }

  // MARK: Above the title

  func badges() -> [UInt8] {
    var writer = MarkupWriter()
    writer.raw("<span class=\"kind\">")
    writer.text(words.title(of: metadata.kind))
    writer.raw("</span>")
    switch metadata.lifecycle {
    case .draft: flag(words[.draft], "warn", to: &writer)
    case .deprecated: flag(words[.deprecated], "stop", to: &writer)
    case .active: break
    }
    if let due = metadata.due {
      writer.raw(" <span class=\"flag warn\" data-due=\"\(due)\" hidden>")
      writer.text(words[.reviewOverdue])
      writer.raw("</span>")
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
      row(.owner, to: &writer) { writer in
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
    list(.escalateAfter, metadata.escalation, to: &writer) { entry, writer in
      writer.raw("<b>")
      writer.text(words.time(ofMinutes: entry.after.minutes))
      writer.raw("</b> ")
      writer.contact(entry.to.value)
    }
    list(.alerts, metadata.alerts, to: &writer) { name, writer in
      writer.raw("<a href=\"")
      writer.href(RelativeURL.from(path, to: Facet.alerts.path(name)))
      writer.raw("\">")
      CodeMarkup.writeWords(name, to: &writer)
      writer.raw("</a>")
    }
    list(.environments, metadata.environments, to: &writer) { $1.text($0) }
    list(.appliesTo, metadata.appliesTo, to: &writer) { entry, writer in
      writer.text(entry.product)
      guard let versions = entry.versions else { return }
      writer.raw(" <span class=\"versions\">")
      writer.text(versions.value)
      writer.raw("</span>")
    }
    list(.audience, metadata.audience, to: &writer) { name, writer in
      writer.link(RelativeURL.from(path, to: Facet.audience.path(name)), name)
    }
    reviewed(to: &writer)
    return writer.bytes
  }

  private func reviewed(to writer: inout MarkupWriter) {
    guard let reviewed = metadata.reviewed?.value else { return }
    row(.reviewed, to: &writer) { writer in
      writer.raw("<dd>")
      writer.time(reviewed)
      writer.raw("</dd>")
      guard let due = metadata.due else { return }
      writer.raw("<dd>")
      words.write(.dueOn, to: &writer) { $1.time(due) }
      writer.raw("</dd>")
    }
  }

  private func list<Value>(
    _ name: Word, _ values: [Value], to writer: inout MarkupWriter,
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
    _ name: Word, to writer: inout MarkupWriter, _ content: (inout MarkupWriter) -> Void
  ) {
    writer.raw("<div><dt>")
    writer.text(words[name])
    writer.raw("</dt>")
    content(&writer)
    writer.raw("</div>\n")
  }

  // MARK: Before the body

  /// What a reader has to know before the first command: deprecated, draft, overdue.
  func notices() -> [UInt8] {
    var writer = MarkupWriter()
    switch metadata.lifecycle {
    case .deprecated:
      notice("caution", .deprecated, to: &writer) { writer in
        writer.text(words[.doNotFollow])
        guard let (title, url) = successor() else { return }
        writer.raw(" ")
        words.write(.useInstead, to: &writer) { $1.link(url, title) }
      }
    case .draft:
      notice("warning", .draft, to: &writer) { $0.text(words[.draftNotice]) }
    case .active: break
    }
    if let due = metadata.due { overdue(due, to: &writer) }
    AlertPanel.write(metadata.alerts, site.config.alerts.byName, words, to: &writer)
    return writer.bytes
  }

  private func overdue(_ due: CalendarDate, to writer: inout MarkupWriter) {
    notice("warning", .reviewOverdue, " data-due=\"\(due)\" hidden", to: &writer) { writer in
      let owner = metadata.owner?.value.team
      let phrase = owner == nil ? Word.overdueNotice : .overdueNoticeOwner
      words.write(phrase, to: &writer) { name, writer in
        if name == "date" { writer.time(due) } else { writer.text(owner ?? "") }
      }
    }
  }

  private func notice(
    _ kind: String, _ title: Word, _ attributes: String = "", to writer: inout MarkupWriter,
    _ text: (inout MarkupWriter) -> Void
  ) {
    writer.raw("<aside class=\"alert alert-\(kind)\" role=\"note\"\(attributes)>")
    writer.raw("<p class=\"alert-title\">")
    writer.text(words[title])
    writer.raw("</p>\n<p>")
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
    ticks(.beforeYouStart, "prerequisites", metadata.prerequisites, "", "", to: &writer)
    ticks(.permissions, "permissions", metadata.permissions, "<code>", "</code>", to: &writer)
    return writer.bytes
  }

  private func ticks(
    _ title: Word, _ id: String, _ entries: [String], _ open: String, _ close: String,
    to writer: inout MarkupWriter
  ) {
    guard !entries.isEmpty else { return }
    writer.raw("<section aria-labelledby=\"page-\(id)\">\n<h2 class=\"label\" id=\"page-\(id)\">")
    writer.text(words[title])
    writer.raw("</h2>\n<ul class=\"ticks\">\n")
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
    list(.tags, metadata.tags, to: &writer) { tag, writer in
      writer.link(RelativeURL.from(path, to: Facet.tags.path(tag)), tag)
    }
    if metadata.lifecycle != .active {
      list(.lifecycle, [words[metadata.lifecycle == .draft ? .draft : .deprecated]], to: &writer) {
        $1.text($0)
      }
    }
    list(.source, [page.sourcePath], to: &writer) { source, writer in
      CodeMarkup.writeWords(source, to: &writer)
      guard let editURL, URLSafety.isSafe(editURL) else { return }
      writer.raw(" <a class=\"edit\" href=\"")
      writer.href(editURL)
      writer.raw("\">")
      writer.text(words[.editThisPage])
      writer.raw("</a>")
    }
    let sources = metadata.sources.map(\.value).filter(URLSafety.isSafe)
    list(.factsFrom, sources, to: &writer) { $1.link($0, $0) }
    return writer.bytes
  }
}
