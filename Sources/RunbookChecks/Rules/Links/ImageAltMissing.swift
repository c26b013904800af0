import RunbookModel

enum ImageAltMissing {
  static let rule = Rule(
    "image-alt-missing", .info, "an image has no alternative text",
    rationale: """
      Whoever cannot see the image, because of a screen reader, a terminal or a network that is
      down, reads its alternative text instead. Say what the image shows.
      """,
    strict: .warning, aliases: ["diagram-no-alt"],
    passing: [Rule.Example("![Nodes behind one load balancer](https://example.com/net.png)")],
    failing: [Rule.Example("See ▸![](https://example.com/net.png).")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let places = context.outline.images.filter(\.value.content.plainText.isBlank).map(\.range)
    let finding = context.finding(
      rule, atEach: places,
      places.count == 1
        ? "this image has no alternative text" : "\(places.count) images have no alternative text",
      explanation: "Say what it shows: `![Nodes behind one load balancer](…)`.")
    diagnostics += [finding].compactMap(\.self)
  }
}
