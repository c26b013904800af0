import RunbookModel

enum AlertUnknown {
  static let rule = Rule(
    "alert-unknown", .error, "a quote looks like an alert and is none",
    rationale: """
      `> [!WARNING]` makes a box that nobody overlooks, but only with one of five words, NOTE, TIP,
      IMPORTANT, WARNING and CAUTION, alone on the first line. With another word, or with text
      behind it, the warning is shown as a plain quote with brackets in it.
      """,
    passing: [
      Rule.Example("> [!WARNING]\n> This restarts the node."),
      Rule.Example(
        "> [!important]\n> Names have no case.\n\n> [a link](https://example.com) quoted"),
    ],
    failing: [
      Rule.Example("> ▸[!WARNNG]\n> This restarts the node."),
      Rule.Example("> ▸[!DANGER]\n> This restarts the node."),
      Rule.Example("> ▸[!WARNING] This restarts the node."),
    ],
    check: .page(check))

  private static let names = Alert.Kind.allCases.map { $0.rawValue.uppercased() }

  /// What other systems call their boxes.
  private static let synonyms = [
    "DANGER": "CAUTION", "ERROR": "CAUTION", "FAILURE": "CAUTION", "BUG": "CAUTION",
    "ATTENTION": "WARNING", "ALERT": "WARNING", "WARN": "WARNING", "INFO": "NOTE",
    "HINT": "TIP", "ABSTRACT": "NOTE", "SUMMARY": "NOTE", "EXAMPLE": "NOTE", "SUCCESS": "TIP",
    "QUESTION": "NOTE", "TODO": "NOTE", "CRITICAL": "CAUTION",
  ]

  private static let otherNames = synonyms.keys.sorted()

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for quote in context.outline.quotes {
      guard let first = quote.value.first, case .paragraph = first.kind,
        let marker = marker(at: first.range.lowerBound, context.file)
      else { continue }
      let word = context.file.text(marker.word).uppercased()
      diagnostics.append(
        names.contains(word)
          ? textBehind(word, marker, context) : unknown(word, marker, context))
    }
  }

  private struct Marker {
    let range: ByteRange
    let word: ByteRange
  }

  /// `[!WORD]` where a paragraph starts.
  private static func marker(at start: Int, _ file: SourceFile) -> Marker? {
    let bytes = file.bytes
    guard start < bytes.count, bytes[start...].starts(with: "[!".utf8) else { return nil }
    var end = start + 2
    while end < bytes.count && (bytes[end].isAlphanumeric || bytes[end].isOne(of: "-_")) {
      end += 1
    }
    guard end > start + 2, end < bytes.count, bytes[end] == UInt8(ascii: "]") else { return nil }
    return Marker(range: start..<end + 1, word: start + 2..<end)
  }

  private static func textBehind(_ word: String, _ marker: Marker, _ context: PageContext)
    -> Diagnostic
  {
    context.finding(
      rule, at: marker.range, "text after `[!\(word)]` makes this a plain quote",
      explanation:
        "`[!\(word)]` has to stand alone on the first line of the quote; put the text on "
        + "the next one.")
  }

  private static func suggestion(for word: String) -> String? {
    if let name = synonyms[word] ?? NearestName.suggestion(for: word, among: names) { return name }
    return NearestName.suggestion(for: word, among: otherNames).flatMap { synonyms[$0] }
  }

  private static func unknown(_ word: String, _ marker: Marker, _ context: PageContext)
    -> Diagnostic
  {
    let near = suggestion(for: word)
    return context.finding(
      rule, at: marker.range,
      "there is no alert `\(word)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "Known: \(names.joined(separator: ", ")). This is shown as a plain quote.",
      fixes: near.map { [.init("make it `[!\($0)]`", edits: [.init(marker.word, with: $0)])] } ?? []
    )
  }
}
