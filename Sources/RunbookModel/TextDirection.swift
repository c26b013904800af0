/// Which way a paragraph is written.
package enum TextDirection: String, Sendable {
  case leftToRight = "ltr"
  case rightToLeft = "rtl"

  /// The direction of the first letter (Unicode Standard Annex #9, rules P2 and P3); nil for a text without
  /// letters. Code counts for nothing: a command says little about the words around it.
  package init?(of content: [Inline]) {
    for inline in content {
      let found: TextDirection?
      switch inline.kind {
      case .text(let text): found = Self.first(in: text)
      case .emphasis(let inner), .strong(let inner), .strikethrough(let inner),
        .element(_, let inner):
        found = TextDirection(of: inner)
      case .link(let link): found = TextDirection(of: link.content)
      default: found = nil
      }
      guard let found else { continue }
      self = found
      return
    }
    return nil
  }

  private static func first(in text: String) -> TextDirection? {
    // Below U+0590 everything is written from the left.
    guard text.utf8.contains(where: { $0 >= 0xD6 }) else {
      let hasLetter = text.utf8.contains { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0xC3 }
      return hasLetter ? .leftToRight : nil
    }
    for scalar in text.unicodeScalars where scalar.properties.isAlphabetic {
      return isRightToLeft(scalar) ? .rightToLeft : .leftToRight
    }
    return nil
  }

  /// The blocks of scripts that are written from the right (`DerivedBidiClass.txt`, R and AL with what is
  /// kept free for them).
  private static func isRightToLeft(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF:
      true
    default: false
    }
  }
}
