import RunbookRendering

/// A comparison as an HTML page of its own, with both sides of each change.
package enum ComparisonPage {
  private static let style = """
    :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
    body { max-width: 80rem; margin: 2rem auto; padding: 0 1rem; }
    table { width: 100%; border-collapse: collapse; table-layout: fixed; }
    col.kind { width: 14rem; }
    th, td { padding: .5rem; border-bottom: 1px solid #8886; text-align: left; vertical-align: top; }
    pre { margin: 0; font: 15px/1.6 ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
    .old pre { background: light-dark(#fdeceb, #3a1f1d); } .new pre { background: light-dark(#e9f5ea, #1d3320); }
    .dangerous .kind { color: light-dark(#ad1f1f, #ff9a8c); font-weight: 700; }
    small { display: block; color: light-dark(#555, #aaa); overflow-wrap: anywhere; }
    ul { margin: .25rem 0 0; padding-left: 1.2rem; font-size: .875rem; }
    """

  package static func markup(_ comparison: SiteComparison) -> String {
    var writer = MarkupWriter()
    writer.raw("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
    writer.raw("<meta name=\"viewport\" content=\"width=device-width\">\n")
    writer.raw("<title>What changes for who runs the runbooks</title>\n<style>\n")
    writer.raw(style)
    writer.raw("\n</style>\n</head>\n<body>\n<h1>What changes for who runs the runbooks</h1>\n<p>")
    writer.text(ComparisonText.summary(comparison))
    writer.raw(".</p>\n")
    for page in comparison.pages { write(page, to: &writer) }
    writer.raw("</body>\n</html>\n")
    return writer.string
  }

  private static func write(_ page: PageChanges, to writer: inout MarkupWriter) {
    writer.raw("<h2>")
    writer.text(page.title ?? page.file)
    writer.raw("</h2>\n")
    if page.title != nil {
      writer.raw("<p><code>")
      writer.text(page.file)
      writer.raw("</code></p>\n")
    }
    writer.raw("<table>\n<colgroup><col class=\"kind\"><col><col></colgroup>\n<thead><tr>")
    writer.raw(
      "<th scope=\"col\">Change</th><th scope=\"col\">Before</th><th scope=\"col\">After</th>")
    writer.raw("</tr></thead>\n<tbody>\n")
    for change in page.changes { write(change, to: &writer) }
    writer.raw("</tbody>\n</table>\n")
  }

  private static func write(_ change: ProcedureChange, to writer: inout MarkupWriter) {
    writer.raw(change.kind.isDangerous ? "<tr class=\"dangerous\">" : "<tr>")
    writer.raw("<td class=\"kind\">")
    writer.text(change.kind.title)
    if !change.step.isEmpty {
      writer.raw("<small>")
      writer.text(change.step)
      writer.raw("</small>")
    }
    if !change.details.isEmpty {
      writer.raw("<ul>")
      for detail in change.details {
        writer.raw("<li>")
        writer.text(detail)
        writer.raw("</li>")
      }
      writer.raw("</ul>")
    }
    writer.raw("</td>")
    side("old", change.old, change.oldPlace, to: &writer)
    side("new", change.new, change.newPlace, to: &writer)
    writer.raw("</tr>\n")
  }

  private static func side(
    _ name: StaticString, _ text: String?, _ place: ProcedureChange.Place?,
    to writer: inout MarkupWriter
  ) {
    writer.raw("<td class=\"")
    writer.raw(name)
    writer.raw("\">")
    if let text {
      writer.raw("<pre>")
      writer.text(text)
      writer.raw("</pre>")
    }
    if let place {
      writer.raw("<small>")
      writer.text("\(place.file):\(place.line)")
      writer.raw("</small>")
    }
    writer.raw("</td>")
  }
}
