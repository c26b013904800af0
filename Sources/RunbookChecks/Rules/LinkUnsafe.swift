import RunbookModel

enum LinkUnsafe {
  static let rule = Rule(
    "link-unsafe", .error, "a link or an image has an address that is left out for safety",
    rationale: """
      Addresses that begin with `javascript:`, `vbscript:`, `file:` or `data:` run code or reach
      into the reader's machine. They are not published: the link would stay, and do nothing. Small
      images as `data:image/png` (also gif, jpeg, webp) are the exception.
      """,
    passing: [Rule.Example("[Web](https://example.com), ![Dot](data:image/png;base64,iVBORw0K)")],
    failing: [
      Rule.Example("▸[Run](javascript:alert(1)) and ▸[open](FILE:///etc/passwd)."),
      Rule.Example("▸![Chart](data:image/svg+xml,abc)"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for link in context.outline.links + context.outline.images {
      guard let scheme = dangerousScheme(link.value.destination) else { continue }
      diagnostics.append(
        context.finding(
          rule, at: link.range, "an address that begins with `\(scheme)` is not published",
          explanation: "It could run code in the reader's browser or reach into the reader's "
            + "machine. Link to a page, a file of the content folder, or a web address."))
    }
  }

  /// The list of cmark (`_scan_dangerous_url`); blanks and control characters, which browsers
  /// ignore, are ignored here too.
  private static func dangerousScheme(_ destination: String) -> String? {
    var text = ""
    for scalar in destination.unicodeScalars.lazy.filter({ $0.value > 0x20 }).prefix(32) {
      text.unicodeScalars.append(scalar)
    }
    text = text.lowercased()
    let isImage = ["png", "gif", "jpeg", "webp"].contains { text.hasPrefix("data:image/" + $0) }
    return isImage
      ? nil : ["javascript:", "vbscript:", "file:", "data:"].first { text.hasPrefix($0) }
  }
}
