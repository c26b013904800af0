import RunbookModel

enum ImageAltMissing {
  static let rule = Rule(
    "image-alt-missing", .warning, "an image has no alternative text",
    rationale: """
      Whoever cannot see the image, because of a screen reader, a terminal or a network that is
      down, reads its alternative text instead. Say what the image shows.
      """,
    aliases: ["diagram-no-alt"],
    passing: [Rule.Example("![Nodes behind one load balancer](https://example.com/net.png)")],
    failing: [Rule.Example("See ▸![](https://example.com/net.png).")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for image in context.outline.images where image.value.content.plainText.isBlank {
      diagnostics.append(
        context.finding(
          rule, at: image.range, "the image `\(image.value.destination)` has no alternative text",
          explanation: "Say what it shows: `![Nodes behind one load balancer](…)`."))
    }
  }
}
