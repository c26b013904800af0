/// An entry of a Copy page, written but for what many pages lose alike: that is known when all pages are
/// done.
struct CopyMarkup: Sendable {
  /// All before the losses.
  let head: [UInt8]
  let losses: [CopyLoss]

  /// How many different losses an entry shows; the manifest has them all.
  private static let shownLosses = 12

  /// - Parameter many: what is said of many pages elsewhere.
  func html(without many: ManyLosses = ManyLosses([])) -> [UInt8] {
    var html = MarkupWriter(reserving: head.count + 1024)
    html.raw(head)
    let own = losses.filter { !many.holds($0) }
    let rest = losses.lazy.filter(many.holds).reduce(0) { $0 + $1.count }
    if !losses.isEmpty {
      html.raw("<div><dt>Lost or moved</dt><dd><ul>")
      for loss in own.prefix(Self.shownLosses) { loss.write(to: &html) }
      if own.count > Self.shownLosses {
        html.raw("<li>\(own.count - Self.shownLosses) more in <code>manifest.json</code></li>")
      }
      if rest > 0 {
        html.raw("<li>\(rest == 1 ? "one thing that" : "\(rest) things that") ")
        html.raw("<a href=\"index.html#\(ManyLosses.id)\">many pages lose</a></li>")
      }
      html.raw("</ul></dd></div>\n")
    }
    html.raw("</dl>\n</section>\n")
    return html.bytes
  }
}
