import RunbookChecks
import RunbookModel

/// What the Copy pages show of one page: who it is in Confluence, buttons that copy it, and what gets
/// lost on the way. Written with the page, so that nothing larger has to be kept for later.
struct CopyEntry: Sendable {
  let page: ConfluenceManifest.Page
  /// The title of the parent, wherever it comes from.
  let parentTitle: String?
  /// Where the page's wiki form lies in the output.
  let htmlPath: String
  /// Where the script with its payloads lies in the output.
  let payloadPath: String
  /// The product that the site is exported for.
  let target: ConfluenceTarget
  let address: CopyAddress
  let words: Words

  /// All Copy pages lie in one folder, so that entries need not know which one they are on.
  static let folder = "confluence/"
  /// The id of an entry, as it stands in a URL's fragment.
  static func id(_ htmlPath: String) -> String { RelativeURL.from("x", to: htmlPath) }

  /// - Parameter item: what there is to do, on a page that shows only that.
  func markup(_ item: ConfluenceWork.Item? = nil) -> CopyMarkup {
    var html = MarkupWriter()
    html.raw("<section class=\"export\"")
    html.attribute("id", Self.id(htmlPath))
    if let kind = item?.kind { html.attribute("data-kind", kind) }
    html.attribute("data-payload", url(payloadPath))
    html.attribute("data-source", page.source)
    html.attribute("data-state", state(item))
    html.attribute("data-pasted-as", CopyButtons.name(of: target))
    html.raw(">\n<h3><a")
    html.attribute("href", url(htmlPath))
    html.raw(">")
    html.text(page.title)
    html.raw("</a></h3>\n")
    if let item { reasons(item, &html) }
    html.raw("<p class=\"pasted\" data-pasted></p>\n")
    html.raw("<p class=\"copy-buttons\" data-needs-script hidden>")
    CopyButtons.write(words, to: &html)
    html.raw(" <button class=\"button\" type=\"button\" data-mark>Mark as pasted</button>")
    CopyButtons.writeWhose(target, to: &html)
    html.raw("</p>\n")
    address.write(to: &html)
    html.raw("<p class=\"copy-status\" role=\"status\"></p>\n")
    html.raw("<dl>\n")
    facts(&html)
    return CopyMarkup(head: html.bytes, losses: CopyLoss.grouped(page.losses))
  }

  // MARK: - Facts

  private func facts(_ html: inout MarkupWriter) {
    row("Title", &html) { html in
      html.code(page.title)
      Self.copyButton("the title", page.title, &html)
    }
    row("Parent", &html) { html in
      if let parentTitle { html.code(parentTitle) } else { html.text("none: the top of the space") }
    }
    if let space = page.space { row("Space", &html) { $0.code(space) } }
    if !page.labels.isEmpty {
      // Confluence's field takes several, with spaces between them.
      let labels = page.labels.joined(separator: " ")
      row("Labels", &html) { html in
        html.code(labels)
        Self.copyButton("the labels", labels, &html)
      }
    }
    if !page.attachments.isEmpty {
      row("Attachments", &html) { html in
        for (index, file) in page.attachments.enumerated() {
          if index > 0 { html.raw(", ") }
          link(file.name, to: file.path, &html)
          if file.name != PagePath(file.path).fileName {
            html.raw(", to be uploaded as ")
            html.code(file.name)
          }
        }
      }
    }
    row("Files", &html) { html in
      for (index, payload) in page.payloads.enumerated() {
        if index > 0 { html.raw(", ") }
        link(payload.name, to: payload.path, &html)
      }
    }
  }

  /// A small button that copies a text.
  private static func copyButton(_ what: String, _ text: String, _ html: inout MarkupWriter) {
    html.raw(" <button class=\"button small\" type=\"button\" data-needs-script hidden")
    html.attribute("data-copy-text", text)
    html.attribute("data-what", what)
    html.raw(">Copy \(what)</button>")
  }

  private func reasons(_ item: ConfluenceWork.Item, _ html: inout MarkupWriter) {
    html.raw("<p class=\"reasons\"><b>\(item.kind ?? "")</b>")
    for (index, reason) in item.reasons.enumerated() {
      html.raw(index == 0 ? ": " : "; ")
      html.text(reason)
    }
    html.raw("</p>\n")
  }

  private func row(
    _ name: String, _ html: inout MarkupWriter, _ value: (inout MarkupWriter) -> Void
  ) {
    html.raw("<div><dt>\(name)</dt><dd>")
    value(&html)
    html.raw("</dd></div>\n")
  }

  private func link(_ text: String, to path: String, _ html: inout MarkupWriter) {
    html.raw("<a")
    html.attribute("href", url(path))
    html.raw(">")
    html.text(text)
    html.raw("</a>")
  }

  private func url(_ path: String) -> String { RelativeURL.from(Self.folder + "x", to: path) }

  // MARK: - State

  /// Short hashes of what somebody who pastes the page has to care for; the page compares them with
  /// those of the day on which it was pasted.
  func state(_ item: ConfluenceWork.Item?) -> String {
    let parent =
      switch page.parent {
      case .page(let source): "page \(source)"
      case .title(let title): "title \(title)"
      case nil: ""
      }
    // Each way has its own: a page that was pasted is not to be pasted again for its storage format.
    let payloads = PayloadScript.targets.map { way, name in
      (way, page.payloads.filter { $0.name == name }.compactMap(\.sha256))
    }
    // Where it stands among others is no part of the page itself.
    let order = item.map { $0.isReordered ? [("order", $0.reasons)] : [] } ?? []
    let parts =
      payloads + order + [
        ("title", [page.title]), ("parent", [parent, page.space ?? ""]),
        ("labels", page.labels.sorted()),
        ("attachments", page.attachments.map { "\($0.name) \($0.sha256 ?? "")" }),
      ]
    return parts.map { name, values in
      let hash = SHA256.hex(Array(values.joined(separator: "\n").utf8)).prefix(10)
      return "\(name)=\(hash)"
    }.joined(separator: " ")
  }
}

extension MarkupWriter {
  fileprivate mutating func code(_ text: String) {
    raw("<code>")
    self.text(text)
    raw("</code>")
  }
}
