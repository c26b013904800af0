import RunbookModel

enum FrontMatterTemplateText {
  static let rule = Rule(
    "front-matter-template-text", .error, "a front-matter value is text of a template",
    rationale: """
      `owner: "[Your Team/Name]"` looks filled in and is not: nobody is called when the page is
      wrong. Put in the real value, or delete the line if the field is optional.
      """,
    aliases: ["metadata-template-text"],
    passing: [
      Rule.Example(
        """
        ---
        title: What to do about a [warning]
        owner: {team: platform, contact: <oncall@example.com>}
        tags: [network]
        inputs: {node: {example: <node>, description: TODO}}
        ---
        """)
    ],
    failing: [
      Rule.Example("---\nowner: ▸\"[Your Team/Name]\"\n---\n"),
      Rule.Example("---\nowner: ▸[Your Team/Name]\n---\n"),
      Rule.Example("---\nreviewed: ▸YYYY-MM-DD\n---\n"),
      Rule.Example("---\nowner: {team: ▸<team>, contact: ▸TBD}\nsummary: ▸\"TODO: fill\"\n---\n"),
    ],
    check: .frontMatter(check))

  private static func check(
    _ root: YAMLNode, _ file: SourceFile, _ diagnostics: inout [Diagnostic]
  ) {
    var walk = Walk()
    walk.visit(root)
    for (text, range) in walk.found {
      diagnostics.append(
        Diagnostic(
          rule.id, rule.severity, at: file.range(range),
          "`\(text)` is text of a template, not a value",
          explanation: "Put in what is true for this page, or delete the line if the field is "
            + "optional."))
    }
  }

  private struct Walk {
    var found: [(text: String, range: ByteRange)] = []

    /// Where a node stands: how many mappings are around it, and its keys in the outermost and the
    /// innermost of them.
    struct Place {
      var depth = 0
      var top = ""
      var name = ""

      func inside(_ key: String) -> Place {
        Place(depth: depth + 1, top: depth == 0 ? key : top, name: key)
      }
    }

    mutating func visit(_ node: YAMLNode, at place: Place = Place()) {
      switch node.kind {
      case .scalar(let text, _): if isTemplateText(text) { found.append((text, node.range)) }
      case .sequence(let items):
        if let text = unquotedBrackets(items, place) {
          found.append(("[\(text)]", node.range))
        } else {
          for item in items { visit(item, at: place) }
        }
      case .mapping(let pairs):
        for pair in pairs {
          let inner = place.inside(pair.key.scalar ?? "")
          if !isFreeText(inner) { visit(pair.value, at: inner) }
        }
      }
    }

    /// What describes an input may look like anything.
    private func isFreeText(_ place: Place) -> Bool {
      place.depth == 3 && place.top == "inputs"
        && ["pattern", "example", "description"].contains(place.name)
    }

    /// `owner: [Your Team]` without quotes is a list of one to YAML.
    private func unquotedBrackets(_ items: [YAMLNode], _ place: Place) -> String? {
      guard items.count == 1, textFields.contains(place.name) else { return nil }
      return items[0].scalar
    }
  }

  private static let textFields: Set<String> = [
    "title", "summary", "owner", "team", "contact", "reviewed", "review_every", "severity",
    "context", "nav_title",
  ]

  private static let words: Set<String> = [
    "todo", "tbd", "fixme", "xxx", "changeme", "change-me", "change me", "yyyy-mm-dd",
    "dd/mm/yyyy", "mm/dd/yyyy", "dd-mm-yyyy", "your team", "your name",
  ]

  /// What text of a template begins with, in lower case; brackets, and `{` for `[`, as both differ in
  /// the bit that tells the case.
  private static let starts = ASCIISet(of: words.compactMap(\.utf8.first) + Array("{<".utf8))

  static func isTemplateText(_ text: String) -> Bool {
    // Nearly every value begins with another letter.
    let first = text.utf8.first { $0 != 0x20 } ?? 0
    guard first >= 0x80 || first < 0x20 || starts.contains(first | 0x20) else { return false }
    var value = text.drop(while: \.isWhitespace)
    while value.last?.isWhitespace == true { value.removeLast() }
    guard value.utf8.count < 200 else { return false }
    let lower = value.lowercased()
    if words.contains(lower) || ["todo:", "tbd:", "fixme:"].contains(where: lower.hasPrefix) {
      return true
    }
    return isBracketed(value, "[", "]") || isBracketed(value, "{{", "}}")
      || isBracketed(value, "<", ">") && !value.contains("://") && !value.contains("@")
  }

  /// Whether one pair of brackets holds the whole text.
  private static func isBracketed(_ text: Substring, _ open: String, _ close: String) -> Bool {
    guard text.hasPrefix(open), text.hasSuffix(close),
      text.utf8.count > open.utf8.count + close.utf8.count
    else { return false }
    let inner = text.dropFirst(open.count).dropLast(close.count)
    return !inner.contains { open.contains($0) || close.contains($0) }
  }
}
