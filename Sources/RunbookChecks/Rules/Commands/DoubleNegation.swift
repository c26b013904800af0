import RunbookModel

enum DoubleNegation {
  static let rule = Rule(
    "double-negation", .warning, "a sentence says `not` twice and means it once",
    rationale: """
      "might not be not available" says the opposite of what its author meant, and a tired reader takes it
      at its word.
      """,
    passing: [
      Rule.Example("It is not that it is not there. Why not? Not now; to be or not to be.")
    ],
    failing: [Rule.Example("The controllers might ▸not be not available.")],
    check: .page(check))

  private static let links: Set = ["be", "been", "being", "is", "are", "was", "were"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for entry in context.outline.prose { collect(entry.value, context, &diagnostics) }
  }

  private static func collect(
    _ content: [Inline], _ context: PageContext, _ diagnostics: inout [Diagnostic]
  ) {
    for inline in content {
      switch inline.kind {
      case .text: check(inline, context, &diagnostics)
      case .emphasis(let content), .strong(let content): collect(content, context, &diagnostics)
      default: break
      }
    }
  }

  private static func check(
    _ inline: Inline, _ context: PageContext, _ diagnostics: inout [Diagnostic]
  ) {
    let bytes = context.file.bytes[inline.range.clamped(to: 0..<context.file.bytes.count)]
    guard bytes.holdsNot else { return }
    let words = bytes.split(separator: UInt8(ascii: " "))
    for (index, word) in words.enumerated() where word.elementsEqual("not".utf8) {
      let next = index + 2
      guard next < words.count, links.contains(String(decoding: words[index + 1], as: UTF8.self)),
        words[next].elementsEqual("not".utf8)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: word.startIndex..<words[next].endIndex,
          "`\(context.file.text(word.startIndex..<words[next].endIndex))` says the opposite of what is meant",
          explanation: "Remove one of them."))
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether `not ` stands in the text. Nearly all of a page's prose is asked.
  fileprivate var holdsNot: Bool {
    withUnsafeBufferPointer { bytes in
      guard bytes.count > 7 else { return false }
      for index in 0..<bytes.count - 3 where bytes[index] == UInt8(ascii: "n") {
        if bytes[index + 1] == UInt8(ascii: "o"), bytes[index + 2] == UInt8(ascii: "t"),
          bytes[index + 3] == 32
        {
          return true
        }
      }
      return false
    }
  }
}
