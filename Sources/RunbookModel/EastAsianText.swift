/// Scripts that put no spaces between words.
package enum EastAsianText {
  /// Whether a line that ends with the one character goes on in the next line without a space: both are
  /// as wide as a Chinese character and neither is Hangul, which has spaces (CSS Text Level 3, "Segment
  /// Break Transformation Rules"; widths from Unicode's `EastAsianWidth.txt`).
  package static func joinsLines(_ last: Unicode.Scalar, _ first: Unicode.Scalar) -> Bool {
    isWideWithoutSpaces(last) && isWideWithoutSpaces(first)
  }

  /// A text whose line breaks are spaces, without those that stand for nothing.
  package static func joiningLines(_ text: String) -> String {
    guard text.utf8.contains(0x0A), text.utf8.contains(where: { $0 >= 0xE2 }) else { return text }
    var result = String.UnicodeScalarView()
    var blanks = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if [9, 10, 13, 32].contains(scalar.value) {
        blanks.append(scalar)
        continue
      }
      if !blanks.contains("\n") || !(result.last.map { joinsLines($0, scalar) } ?? false) {
        result.append(contentsOf: blanks)
      }
      blanks = String.UnicodeScalarView()
      result.append(scalar)
    }
    return String(result + blanks)
  }

  private static func isWideWithoutSpaces(_ scalar: Unicode.Scalar) -> Bool {
    // Nearly all text is below.
    guard scalar.value >= 0x2E80 else { return false }
    return ranges.contains { $0.contains(scalar.value) }
  }

  /// Wide, full-width and half-width characters of East Asian scripts and their punctuation, without
  /// Hangul and without pictures.
  private static let ranges: [ClosedRange<UInt32>] = [
    0x2E80...0x303E, 0x3041...0x3130, 0x3190...0x31FF, 0x3220...0x325F, 0x3280...0xA4CF,
    0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF9F, 0xFFE0...0xFFE6,
    0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F2FF, 0x20000...0x3FFFD,
  ]
}

extension [Inline] {
  /// Without the line breaks that stand for nothing, as East Asian text goes on after them.
  package func joiningEastAsianLines() -> [Inline] {
    guard contains(where: \.isSoftBreak) else { return self }
    var result: [Inline] = []
    result.reserveCapacity(count)
    for (index, inline) in enumerated() {
      if inline.isSoftBreak, index > 0, index + 1 < count,
        let last = self[index - 1].edge(atEnd: true),
        let first = self[index + 1].edge(atEnd: false),
        EastAsianText.joinsLines(last, first)
      {
        continue
      }
      result.append(inline)
    }
    return result
  }
}

extension Inline {
  fileprivate var isSoftBreak: Bool { if case .softBreak = kind { true } else { false } }

  /// The first or the last character that it shows; nil where it does not begin or end with text.
  fileprivate func edge(atEnd: Bool) -> Unicode.Scalar? {
    switch kind {
    case .text(let text), .code(let text):
      return atEnd
        // What chooses the form of a character belongs to it.
        ? text.unicodeScalars.last { !$0.properties.isVariationSelector }
        : text.unicodeScalars.first
    case .emphasis(let content), .strong(let content), .strikethrough(let content),
      .element(_, let content):
      return (atEnd ? content.last : content.first)?.edge(atEnd: atEnd)
    case .link(let link):
      return (atEnd ? link.content.last : link.content.first)?.edge(atEnd: atEnd)
    case .softBreak, .hardBreak, .html, .image, .footnoteReference: return nil
    }
  }
}
