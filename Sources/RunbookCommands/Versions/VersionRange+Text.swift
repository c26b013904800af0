import RunbookModel

/// A text that is not a range of versions.
package struct VersionRangeError: Error, Sendable, Equatable {
  /// Where in the text, in bytes.
  package let range: Range<Int>
  package let message: String
}

/// Reads ranges as people write them.
///
/// | text | versions |
/// |---|---|
/// | `1.30`, `=1.30`, `1.30.x` | all of 1.30 |
/// | `1.30.2` | this one |
/// | `>=1.29`, `1.29+`, `1.29 and later` | 1.29 and all after it |
/// | `>1.29`, `<1.32`, `<=1.31` | after all of 1.29, before 1.32, up to the last 1.31 |
/// | `>=1.29 <1.32`, `>=1.29, <1.32` | both have to hold |
/// | `1.29 - 1.31`, `1.29 to 1.31` | from the first 1.29 to the last 1.31 |
/// | `1.28 \|\| >=1.31` | one of them has to hold |
extension VersionRange {
  /// - Throws: what is wrong with the first word that means nothing.
  package init(reading text: String) throws(VersionRangeError) {
    var parser = VersionRangeParser(text)
    self = try parser.range()
  }
}

private struct VersionRangeParser {
  private let words: [(text: String, range: Range<Int>)]
  private var index = 0
  private let length: Int

  init(_ text: String) {
    words = Self.split(Array(text.utf8))
    length = text.utf8.count
  }

  /// Operators, versions and words, without spaces.
  private static func split(_ bytes: [UInt8]) -> [(String, Range<Int>)] {
    var words: [(String, Range<Int>)] = []
    var start = 0
    while start < bytes.count {
      if bytes[start] == UInt8(ascii: " ") {
        start += 1
        continue
      }
      let kind = kind(bytes[start])
      var end = start + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: " "), self.kind(bytes[end]) == kind,
        kind != .comma
      { end += 1 }
      words.append((String(decoding: bytes[start..<end], as: UTF8.self), start..<end))
      start = end
    }
    return words
  }

  private enum Kind { case comma, sign, word }

  private static func kind(_ byte: UInt8) -> Kind {
    switch byte {
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "="), UInt8(ascii: "|"),
      UInt8(ascii: "+"),
      UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "!"):
      .sign
    default: .word
    }
  }

  private var word: String? { index < words.count ? words[index].text : nil }

  private func problem(_ message: String) -> VersionRangeError {
    let range = index < words.count ? words[index].range : length..<length
    return VersionRangeError(range: range, message: message)
  }

  mutating func range() throws(VersionRangeError) -> VersionRange {
    guard !words.isEmpty else { throw problem("no version is named") }
    var result = try alternative()
    while word == "||" {
      index += 1
      result = result.union(try alternative())
    }
    return result
  }

  /// What stands between `||`: conditions that hold together.
  private mutating func alternative() throws(VersionRangeError) -> VersionRange {
    let start = index
    var result = try condition()
    while let word, word != "||" {
      if word == "," || word == "and" { index += 1 }
      result = result.intersection(try condition())
    }
    guard result.isEmpty else { return result }
    let range = words[start].range.lowerBound..<words[index - 1].range.upperBound
    throw VersionRangeError(
      range: range,
      message:
        "no version is all of this at once: put `||` between versions of which one has to hold")
  }

  private mutating func condition() throws(VersionRangeError) -> VersionRange {
    switch word {
    case ">=":
      index += 1
      return VersionRange([.init(from: try version())])
    case ">":
      index += 1
      return VersionRange([.init(from: try version().next)])
    case "<":
      index += 1
      let end = try version()
      guard end > .zero else {
        index -= 1
        throw problem("nothing is before version \(end.text)")
      }
      return VersionRange([.init(to: end)])
    case "<=":
      index += 1
      return VersionRange([.init(to: try version().next)])
    case "=", "==": index += 1
    case "~", "^", "~>", "!=", "!":
      throw problem("`\(word ?? "")` is not one of `>=`, `>`, `<`, `<=` and `=`")
    default: break
    }
    return try plain()
  }

  /// A version, and perhaps what follows it.
  private mutating func plain() throws(VersionRangeError) -> VersionRange {
    let start = try version()
    if word == "+" {
      index += 1
      return VersionRange([.init(from: start)])
    }
    if word == "and" || word == "or", index + 1 < words.count,
      ["later", "newer", "above", "up"].contains(words[index + 1].text)
    {
      index += 2
      return VersionRange([.init(from: start)])
    }
    guard word == "-" || word == "to" || word == "–" else {
      return VersionRange([.init(from: start, to: start.next)])
    }
    index += 1
    let last = try version()
    guard last >= start else {
      index -= 1
      throw problem("\(last.text) comes before \(start.text)")
    }
    return VersionRange([.init(from: start, to: last.next)])
  }

  private mutating func version() throws(VersionRangeError) -> ProgramVersion {
    guard let word else { throw problem("a version is missing at the end") }
    var digits = word[...]
    while digits.hasSuffix(".x") || digits.hasSuffix(".*") { digits = digits.dropLast(2) }
    guard let version = ProgramVersion(digits) else {
      throw problem("`\(word)` is not a version such as `1.30` or `1.30.2`")
    }
    index += 1
    return version
  }
}
