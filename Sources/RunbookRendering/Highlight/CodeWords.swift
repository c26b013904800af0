/// Where code may break when a line is too narrow for it: between words, and in long words after
/// `/`, `,` and `=`. A browser breaks after hyphens too, and whoever types `--ignore-` from one line
/// and `daemonsets` from the next types another option.
package enum CodeWords {
  /// A stretch that must not break.
  package struct Unit: Equatable {
    package var range: Range<Int>
    /// False where a browser would not break it anyway.
    package var needsMarkup = false
    /// Too long for the lines of a telephone.
    package var isLong = false
    /// Whether the next one follows without a space.
    package var isSplit = false
  }

  /// Words longer than this break after `/`, `,` and `=`, into pieces of at least half of it.
  private static let longWord = 24
  /// How many characters a telephone has room for, in a list inside a list.
  private static let line = 30
  /// How much of a command keeps together in a table, whose columns would else get one word each.
  private static let cellLine = 20...36

  /// The units that need markup, or a mark that a break is allowed behind them.
  ///
  /// - Parameters:
  ///   - range: what to look at.
  ///   - wholes: stretches that never break, in order.
  ///   - isCell: Whether short words keep together, for a cell of a table.
  package static func units(
    of text: [UInt8], in range: Range<Int>, wholes: [Range<Int>] = [], isCell: Bool = false
  ) -> [Unit] {
    var words = words(of: text, in: range, wholes)
    if isCell { words = joined(words, text) }
    return words.compactMap { unit in
      var unit = unit
      unit.needsMarkup = mayBreak(text[unit.range])
      unit.isLong = length(text[unit.range]) > line
      return unit.needsMarkup || unit.isSplit ? unit : nil
    }
  }

  private static func words(
    of text: [UInt8], in range: Range<Int>, _ wholes: [Range<Int>]
  ) -> [Unit] {
    var units: [Unit] = []
    var nextWhole = wholes.startIndex
    var start = range.lowerBound
    var index = start
    var isLong: Bool?
    func end(_ end: Int, isSplit: Bool = false) {
      if start < end { units.append(Unit(range: start..<end, isSplit: isSplit)) }
      start = end
    }
    while index < range.upperBound {
      while nextWhole < wholes.endIndex, wholes[nextWhole].upperBound <= index { nextWhole += 1 }
      if nextWhole < wholes.endIndex, wholes[nextWhole].contains(index) {
        index = min(wholes[nextWhole].upperBound, range.upperBound)
      } else if isBlank(text[index]) {
        end(index)
        index += 1
        start = index
        isLong = nil
        continue
      } else {
        index += 1
      }
      guard index < range.upperBound, isSeparator(text[index - 1]), !isSeparator(text[index]),
        !isBlank(text[index]), length(text[start..<index]) >= longWord / 2
      else { continue }
      let wordIsLong =
        isLong ?? (length(text[start..<range.upperBound].prefix { !isBlank($0) }) > longWord)
      isLong = wordIsLong
      if wordIsLong { end(index, isSplit: true) }
    }
    end(range.upperBound)
    return units
  }

  /// Joins words on a line until there is enough of them.
  private static func joined(_ words: [Unit], _ text: [UInt8]) -> [Unit] {
    var units: [Unit] = []
    for word in words {
      if let last = units.last, !last.isSplit, length(text[last.range]) < cellLine.lowerBound,
        length(text[last.range.lowerBound..<word.range.upperBound]) <= cellLine.upperBound
      {
        units[units.count - 1].range = last.range.lowerBound..<word.range.upperBound
        units[units.count - 1].isSplit = word.isSplit
      } else {
        units.append(word)
      }
    }
    return units
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || (0x09...0x0D).contains(byte)
  }

  private static func isSeparator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "/") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "=")
  }

  /// In characters, not bytes.
  private static func length(_ text: ArraySlice<UInt8>) -> Int {
    text.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  /// Whether a browser may break somewhere inside: behind or before certain characters (Unicode
  /// Standard Annex #14, and what Chromium was seen to do with each pair of ASCII characters), at
  /// blanks, and between the letters of many scripts.
  private static func mayBreak(_ text: ArraySlice<UInt8>) -> Bool {
    zip(text, text.dropFirst()).contains { byte, next in
      switch byte {
      case 0x80..., 0x20, UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "?"),
        UInt8(ascii: "|"), UInt8(ascii: "!"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: "%"):
        true
      case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: ";"):
        switch next {
        case 0x80..., UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"),
          UInt8(ascii: "$"), UInt8(ascii: "\\"), UInt8(ascii: "+"), UInt8(ascii: "%"):
          true
        default: false
        }
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        next >= 0x80
      default:
        switch next {
        case 0x80..., UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
          true
        default: false
        }
      }
    }
  }
}
