import RunbookChecks
import RunbookModel

/// `confluence/to-do.html` and its continuation: the pages that there is something to do for, one after
/// the other, and how what is done becomes a manifest. The Copy pages stay as they are.
struct ToDoPages: Sendable {
  /// What the paths of these pages start with.
  static let prefix = CopyEntry.folder + "to-do"

  let pages: [CopyPages.Body]
  /// What the pages make the new manifest from.
  let script: OutputFile
  /// The words that lead here.
  let link: String

  /// - Parameter entries: of every page.
  init(_ work: ConfluenceWork, _ entries: [CopyEntry], in site: Site) {
    let bySource = Dictionary(
      entries.map { ($0.page.source, $0) }, uniquingKeysWith: { first, _ in first })
    let count = work.items.count
    link = count == 0 ? "Nothing to do" : "To do: \(count.counted("page"))"
    var states: [(String, String)] = []
    let sections = work.items.map { item -> [UInt8] in
      guard item.kind != nil, let entry = bySource[item.source] else {
        states.append((item.source, Self.goneState))
        return Self.gone(item, in: site)
      }
      states.append((item.source, entry.state(item)))
      return entry.markup(item).html()
    }
    script = OutputFile(
      path: Self.prefix + ".js",
      bytes: PayloadScript.bytes([("update", work.update), ("states", Self.json(states))]))
    let size = CopyPages.entriesPerPage
    let parts = sections.isEmpty ? 1 : (sections.count + size - 1) / size
    pages = (0..<parts).map { part in
      Self.page(
        part, of: parts, sections.dropFirst(part * size).prefix(size), work)
    }
  }

  private static func path(_ part: Int) -> String {
    part == 0 ? prefix + ".html" : "\(prefix)-\(part + 1).html"
  }

  private static func page(
    _ part: Int, of count: Int, _ sections: ArraySlice<[UInt8]>, _ work: ConfluenceWork
  ) -> CopyPages.Body {
    var html = MarkupWriter()
    html.raw("<p><a href=\"index.html\">How to paste, and all pages</a></p>\n")
    html.raw("<div data-to-do")
    html.attribute("data-update", RelativeURL.from(CopyEntry.folder + "x", to: prefix + ".js"))
    html.raw("><p><span data-count>\(work.items.count) to do</span>; \(work.unchanged) unchanged")
    html.raw(" since the last paste.</p>\n")
    html.raw(
      """
      <p data-needs-script hidden>Keys: <kbd>c</kbd> copies the page, <kbd>e</kbd> opens it for editing, \
      <kbd>n</kbd> goes on to the next and marks the one that was copied as done, <kbd>d</kbd> marks one \
      that there is nothing to copy for.</p>
      <p data-needs-script hidden><button class="button" type="button" data-save>Save the manifest\
      </button> <span data-saved role="status">It goes to where <code>--pasted</code> found the last one, \
      and is committed.</span></p>
      </div>

      """)
    CopyPages.addresses(&html)
    if sections.isEmpty { html.raw("<p>Every page is as it was pasted.</p>\n") }
    for section in sections { html.raw(section) }
    html.raw("<p>")
    if part > 0 {
      html.raw("<a rel=\"prev\" href=\"\(PagePath(path(part - 1)).fileName)\">Previous part</a> ")
    }
    if part + 1 < count {
      html.raw("<a rel=\"next\" href=\"\(PagePath(path(part + 1)).fileName)\">Next part</a>")
    }
    html.raw("</p>\n")
    return CopyPages.Body(
      path: path(part), title: count == 1 ? "To do" : "To do, part \(part + 1) of \(count)",
      html: html.bytes)
  }

  // MARK: - Pages that are gone

  private static let goneState = "gone=1"

  private static func gone(_ item: ConfluenceWork.Item, in site: Site) -> [UInt8] {
    var html = MarkupWriter()
    html.raw("<section class=\"export\" data-kind=\"removed\"")
    html.attribute("data-source", item.source)
    html.attribute("data-state", goneState)
    html.raw(">\n<h3>")
    html.text(item.title)
    html.raw("</h3>\n<p class=\"reasons\"><b>removed</b>: ")
    html.text(item.source)
    html.raw(" is gone; archive or delete the page in Confluence.</p>\n")
    html.raw("<p class=\"pasted\" data-pasted></p>\n<p class=\"copy-buttons\">")
    if let address = CopyAddress.view(of: item.source, in: site) {
      html.raw("<a class=\"button\" target=\"_blank\" rel=\"noopener\" data-go=\"view\"")
      html.attribute("href", address)
      html.raw(">Open in Confluence</a> ")
    }
    html.raw(
      "<button class=\"button\" type=\"button\" data-mark data-needs-script hidden>Mark as removed"
        + "</button></p>\n<p class=\"copy-status\" role=\"status\"></p>\n</section>\n")
    return html.bytes
  }

  /// An object of texts.
  private static func json(_ members: [(String, String)]) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in members { json.member(name) { $0.string(value) } }
    }
    return json.bytes
  }
}
