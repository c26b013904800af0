import RunbookModel

enum TemplateText {
  static let rule = Rule(
    "template-text", .warning, "text of a template engine is published as it stands",
    rationale: """
      Liquid (`{% link x %}`, `{{ site.url }}`), the shortcodes of Hugo (`{{< ref "x" >}}`) and ERB
      (`<%= title %>`) are filled in by the tool for which a page was written. GitHub and this wiki fill
      in nothing: readers see the text of the template, and a link with such an address leads nowhere.
      Write what it stands for.
      """,
    passing: [
      Rule.Example(
        "The label is {{ $labels.pod }}, or `{% raw %}` and `<%= x %>`. 50% {of it} %}."),
      Rule.Example("```yaml\na: {{ site.x }}\nb: {% x %}\n```"),
      Rule.Example("{% include login.md %}"),
    ],
    failing: [
      Rule.Example("▸<%= page.title %> and <% if x %>"),
      Rule.Example("▸{% for x in y %}\n\nText.\n\n{% endfor %}"),
      Rule.Example("See [the guide](▸{{ site.baseurl }}{% link _docs/intro.md %})."),
      Rule.Example("▸[the guide]({{<ref>}}) and [other]({{site.url}}/x)"),
      Rule.Example("▸{{< note >}}Text.{{< /note >}}"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [ByteRange] = []
    for text in context.plainText where text.holds(starts) {
      for (open, close) in marks {
        for offset in text.offsets(of: open) where isTemplate(offset, close, text) {
          let tag = text.tag(from: offset)
          let end = tag.firstRange(of: close)?.upperBound
          places.append(offset..<offset + (end.map { tag[..<$0].utf8.count } ?? 1))
        }
      }
    }
    places += context.outline.links.filter { isTemplate($0.value.destination) }.map(\.range)
    places += context.outline.images.filter { isTemplate($0.value.destination) }.map(\.range)
    places.sort { $0.lowerBound < $1.lowerBound }
    let distinct = places.enumerated().filter { index, place in
      index == 0 || place.lowerBound >= places[index - 1].upperBound
    }
    let finding = context.finding(
      rule, atEach: distinct.map(\.element),
      "this text of a template is published as it stands",
      explanation:
        "GitHub and this wiki fill in no templates: the reader sees the braces, and a link "
        + "with such an address leads nowhere. Write what it stands for.")
    if let finding { diagnostics.append(finding) }
  }

  private static let starts = ASCIISet("{<")

  private static let marks: [(StaticString, String)] = [
    ("{%", "%}"), ("{{<", ">}}"), ("{{%", "%}}"), ("{{", "}}"), ("<%", "%>"),
  ]

  /// Values that only a generator of sites has. `{{ name }}` alone may be what the page speaks of.
  private static let objects = [
    "site", "page", "config", "content", "book", "layout", "jekyll", "theme", "post", "include",
  ]

  private static func isTemplate(_ offset: Int, _ close: String, _ text: MaskedProse) -> Bool {
    guard IncludeUnresolved.template(offset, text) == nil else { return false }
    let rest = text.tag(from: offset)
    guard let end = rest.firstRange(of: close) else { return false }
    guard close == "}}" else { return true }
    if ["{{<", "{{%"].contains(where: rest.hasPrefix) { return false }
    let value = rest[..<end.lowerBound].dropFirst(2).drop { $0 == " " || $0 == "-" }
    return objects.contains { value.hasPrefix($0 + ".") }
  }

  private static func isTemplate(_ destination: String) -> Bool {
    destination.utf8.contains(UInt8(ascii: "{"))
      && ["{{", "{%"].contains { destination.firstRange(of: $0) != nil }
  }
}
