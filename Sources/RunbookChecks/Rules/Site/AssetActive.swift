package import RunbookModel

package enum AssetActive {
  static let rule = Rule(
    "asset-active", .error, "a file of the content folder would run code when it is opened",
    rationale: """
      Files beside the pages are copied into the wiki, and a reader may open them on their own. An SVG
      that holds a script, an event handler, a `javascript:` address, a frame or entities would then
      run code at the wiki's address, and so would an HTML document. Export the drawing
      without them (most tools call it "plain" or "optimised" SVG), or link to where the document
      lives. With `raw_html: trusted` such files are published.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "![A drawing](drawing.svg)"),
        ("content/drawing.svg", "<svg viewBox=\"0 0 9 9\"><path d=\"M0 0h9v9z\"/></svg>"),
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "![A drawing](drawing.svg)"),
        ("content/drawing.svg", "▸<svg viewBox=\"0 0 9 9\" onload=\"start()\"/>"),
      ]),
      Rule.Example(files: [
        ("content/page.md", "[The old page](old.html)"),
        ("content/old.html", "▸<h1>Old page</h1>"),
      ]),
    ],
    check: .reading)

  /// Judges a file that is no page.
  package static func check(
    _ bytes: [UInt8], at path: String, in file: String, _ config: SiteConfig
  )
    -> Diagnostic?
  {
    guard config.rawHTML != .trusted, let finding = ActiveContent.find(in: bytes, at: path) else {
      return nil
    }
    let range = SourceRange(file: file, bytes: finding.offset..<finding.offset + 1)
    return Diagnostic(
      rule.id, rule.severity, at: range, "this file holds \(finding.what)",
      explanation:
        "Opened by itself it could run code in the reader's browser, at the address of the "
        + "wiki. Take that out, or leave the file out.")
  }

  /// What there is to say of a link or an image that leads to a file that is there and must not be
  /// published.
  enum Refusal {
    /// The finding about the file says it all: nothing is published before that is mended.
    case reported
    /// As the summary of a finding.
    case dangling(String)
  }

  /// Nil for a file that is not there at all.
  static func refusal(of path: String, _ context: PageContext) -> Refusal? {
    guard context.site.refused.contains(path) else { return nil }
    if context.config.severity(of: rule.id, default: rule.severity, at: path) == .error {
      return .reported
    }
    return .dangling("`\(path)` is not published, as it would run code when it is opened")
  }
}
