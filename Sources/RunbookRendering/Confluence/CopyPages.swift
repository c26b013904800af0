import RunbookChecks

/// `confluence/index.html` and its continuation: every page with its Copy buttons. No page holds more
/// than `entriesPerPage` entries, however large the site is.
struct CopyPages: Sendable {
  /// A body without its frame.
  struct Body: Sendable, Equatable {
    /// In the output.
    let path: String
    let title: String
    let html: [UInt8]
  }

  /// One page as the overview names it.
  struct Entry: Sendable {
    let title: String
    let markup: CopyMarkup
  }

  static let entriesPerPage = 30
  static let title = "Copy for Confluence"
  /// The script with the address book, which `addresses.js` adds to.
  static let bookPath = CopyEntry.folder + "address-book.js"

  /// On which Copy page the entry at a position in reading order stands. Where everything fits on
  /// one page that is the index; else the index only leads to the others.
  static func path(ofEntryAt position: Int, of count: Int) -> String {
    count <= entriesPerPage ? "confluence/index.html" : partPath(position / entriesPerPage)
  }

  private static func partPath(_ part: Int) -> String { "confluence/part-\(part + 1).html" }

  /// - Parameters:
  ///   - entries: in reading order.
  ///   - toDo: the words of a link to the page of what there is to do, if there is one.
  static func all(_ entries: [Entry], toDo: String? = nil) -> [Body] {
    let many = ManyLosses(entries.map(\.markup.losses))
    guard entries.count > entriesPerPage else {
      var html = introduction(toDo)
      many.write(to: &html)
      html.raw("<h2>Pages</h2>\n")
      for entry in entries { html.raw(entry.markup.html(without: many)) }
      return [Body(path: "confluence/index.html", title: title, html: html.bytes)]
    }
    let starts = Array(stride(from: 0, to: entries.count, by: entriesPerPage))
    let parts = starts.map { $0..<min($0 + entriesPerPage, entries.count) }
    return [overview(entries, parts, toDo, many)]
      + parts.enumerated().map { part($0, of: parts.count, entries[$1], many) }
  }

  private static func overview(
    _ entries: [Entry], _ parts: [Range<Int>], _ toDo: String?, _ many: ManyLosses
  ) -> Body {
    var html = introduction(toDo)
    many.write(to: &html)
    html.raw("<h2>Pages</h2>\n<p>\(entries.count) pages in reading order:</p>\n")
    html.raw("<ol class=\"copy-parts\">\n")
    for (number, part) in parts.enumerated() {
      html.raw("<li><a href=\"part-\(number + 1).html\">")
      html.text(entries[part.lowerBound].title)
      html.raw("</a> to ")
      html.text(entries[part.upperBound - 1].title)
      html.raw("</li>\n")
    }
    html.raw("</ol>\n")
    return Body(path: "confluence/index.html", title: title, html: html.bytes)
  }

  private static func part(
    _ number: Int, of count: Int, _ entries: ArraySlice<Entry>, _ many: ManyLosses
  ) -> Body {
    var html = MarkupWriter()
    html.raw("<p><a href=\"index.html\">How to paste, and all pages</a></p>\n")
    addresses(&html)
    html.raw("<h2>Pages</h2>\n")
    for entry in entries { html.raw(entry.markup.html(without: many)) }
    html.raw("<p>")
    if number > 0 { html.raw("<a rel=\"prev\" href=\"part-\(number).html\">Previous part</a> ") }
    if number + 1 < count {
      html.raw("<a rel=\"next\" href=\"part-\(number + 2).html\">Next part</a>")
    }
    html.raw("</p>\n")
    return Body(
      path: partPath(number), title: "\(title), part \(number + 1) of \(count)", html: html.bytes)
  }

  /// The lines for the address book that this browser knows and the book does not.
  static func addresses(_ html: inout MarkupWriter) {
    html.raw("<section class=\"new-addresses\" data-addresses")
    html.attribute("data-book", RelativeURL.from(CopyEntry.folder + "x", to: bookPath))
    html.raw(
      " hidden><h2>Addresses to commit</h2><p>These lines belong into"
        + " <code>\(AddressBook.fileName)</code>, so that links between pages lead to Confluence and"
        + " everybody's buttons open the page. <button class=\"button\" type=\"button\""
        + " data-addresses-copy>Copy the lines</button> <button class=\"button\" type=\"button\""
        + " data-addresses-download>Download the whole file</button> <span role=\"status\"></span></p>"
        + "<pre></pre></section>\n")
  }

  private static func introduction(_ toDo: String?) -> MarkupWriter {
    var html = MarkupWriter()
    if let toDo {
      html.raw("<p class=\"to-do-link\"><a href=\"to-do.html\">\(toDo)</a></p>\n")
    }
    html.raw(
      """
      <h2>How to paste</h2>
      <p data-needs-script hidden>The buttons put a page on the clipboard in the form that the editor \
      of your Confluence understands. Nothing is sent anywhere.</p>
      <noscript><p>The buttons need JavaScript. Without it, open a page's <code>storage.xml</code> and \
      copy that into a source editor.</p></noscript>
      <ol>
      <li><b>Make or open the page</b> in Confluence, below the parent that is named here, and give it \
      the title that is named here: links between pages find each other by title.</li>
      <li><b>Empty it, and click into the empty line.</b> Inside a list, a table or a panel the editor \
      would rearrange what is pasted.</li>
      <li><b>Paste</b> with Ctrl+V or ⌘V. Not as plain text (Ctrl+Shift+V): that would be text \
      without macros.</li>
      <li><b>Set the labels</b> that are named here, publish, and mark the page as pasted. This browser \
      then says when it has changed.</li>
      </ol>
      <p><b>Inline comments</b> lose their place when a page is emptied: look for open ones first.</p>
      <p><b>Pictures</b> are shown from the wiki, which has to have a <code>base_url</code> for that. \
      The editor of Confluence Cloud takes them into the page by itself if the wiki sends \
      <code>Access-Control-Allow-Origin</code> with the address of your Confluence. In storage format \
      they are attachments: upload the files that are named here.</p>
      <dl class="copy-targets">
      <div><dt>Copy for Confluence Cloud</dt><dd>for the editor of Confluence Cloud: panels, expands, \
      code with its language, tasks, statuses and column widths.</dd></div>
      <div><dt>Copy for Data Center</dt><dd>for the editor of Confluence Data Center and Server, whose \
      macros look different.</dd></div>
      <div><dt>Copy storage format</dt><dd>for a source editor or the REST interface. It is text: \
      pasted into a page it stays text.</dd></div>
      </dl>

      """)
    addresses(&html)
    return html
  }
}
