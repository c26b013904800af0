/// Text of a user's on a terminal: how wide it is, and what of it must not be printed as it is.
package enum TerminalText {
  /// The text with everything escaped that could drive a terminal, hide, or reorder what stands
  /// beside it; `\u{1b}` for an escape character. A newline is escaped too.
  package static func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    return text.reduce(into: "") { $0 += shown($1) }
  }

  /// A text that a terminal opens an address for (OSC 8); as it is without an address.
  ///
  /// - Parameter address: of printable ASCII characters.
  static func linked(_ text: String, to address: String?) -> String {
    guard let address else { return text }
    return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
  }

  /// A character as it may be printed.
  static func shown(_ character: Character) -> String {
    guard character.unicodeScalars.contains(where: mustBeEscaped) else { return String(character) }
    return character.unicodeScalars.reduce(into: "") { text, scalar in
      text +=
        mustBeEscaped(scalar) ? "\\u{" + String(scalar.value, radix: 16) + "}" : String(scalar)
    }
  }

  /// How many columns a printable character takes. A cluster is as wide as its base; terminals that
  /// know less about emoji sequences differ, and no program can know which one it writes to.
  static func width(_ character: Character) -> Int {
    guard let base = character.unicodeScalars.first else { return 0 }
    if base.value < 0x300 { return character.unicodeScalars.contains("\u{FE0F}") ? 2 : 1 }
    switch base.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    case .format where base == "\u{200C}" || base == "\u{200D}": return 0
    default: break
    }
    if base.properties.isEmojiPresentation { return 2 }
    if base.properties.isEmoji && character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return wideRanges.contains { $0.contains(base.value) } ? 2 : 1
  }

  /// How many columns a text takes that is printed as it is.
  package static func width(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  /// The lines of a text, broken between words so that none is wider than the limit unless a single
  /// word is. Line breaks of the text stay.
  static func wrapped(_ text: String, to limit: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { paragraph in
      var lines = [""]
      var column = 0
      for word in paragraph.split(separator: " ").map({ escaped(String($0)) }) {
        let width = width(word)
        if column > 0 && column + 1 + width > limit {
          lines.append(word)
          column = width
        } else {
          lines[lines.count - 1] += (column > 0 ? " " : "") + word
          column += width + (column > 0 ? 1 : 0)
        }
      }
      return lines
    }
  }

  /// Controls, line separators, and invisible format characters such as bidirectional overrides;
  /// the joiners, which emoji and several scripts need, and tags inside a flag are left alone.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    case .format:
      scalar != "\u{200C}" && scalar != "\u{200D}"
        && scalar.properties.isDefaultIgnorableCodePoint
    default: false
    }
  }

  /// East Asian Width W and F (UAX #11), without emoji, which have a property of their own.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF,
    0x4E00...0x9FFF, 0xA000...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF,
    0x1AFF0...0x1B2FB, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
