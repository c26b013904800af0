/// Language tags (BCP 47), as the `lang` of an HTML page takes them.
package enum LanguageTag {
  /// Whether a text is a well-formed tag (RFC 5646 §2.1) that repeats nothing and whose language is
  /// one that the registry may have: longer names than three letters have been reserved since 2006
  /// and never used.
  package static func isSound(_ text: String) -> Bool {
    let tag = text.lowercased()
    if irregular.contains(tag) { return true }
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false).map { Array($0.utf8) }
    guard
      subtags.allSatisfy({
        (1...8).contains($0.count) && $0.allSatisfy { isLetter($0) || isDigit($0) }
      })
    else { return false }
    if subtags[0] == Array("x".utf8) { return subtags.count > 1 }
    var rest = subtags[...]
    guard let language = rest.popFirst(), (2...3).contains(language.count),
      language.allSatisfy(isLetter)
    else { return false }
    var extended = 0
    while extended < 3, let next = rest.first, next.count == 3, next.allSatisfy(isLetter) {
      rest.removeFirst()
      extended += 1
    }
    if let script = rest.first, script.count == 4, script.allSatisfy(isLetter) {
      rest.removeFirst()
    }
    if let region = rest.first, isRegion(region) { rest.removeFirst() }
    var variants: Set<[UInt8]> = []
    while let variant = rest.first, isVariant(variant) {
      guard variants.insert(variant).inserted else { return false }
      rest.removeFirst()
    }
    return areExtensions(rest)
  }

  /// Each a letter or digit of its own and what follows it; `x` takes all that is left.
  private static func areExtensions(_ subtags: ArraySlice<[UInt8]>) -> Bool {
    var rest = subtags
    var singletons: Set<UInt8> = []
    while let singleton = rest.popFirst() {
      guard singleton.count == 1, singletons.insert(singleton[0]).inserted, !rest.isEmpty else {
        return false
      }
      if singleton[0] == UInt8(ascii: "x") { return true }
      let values = rest.prefix { $0.count > 1 }
      guard !values.isEmpty else { return false }
      rest = rest.dropFirst(values.count)
    }
    return true
  }

  private static func isRegion(_ subtag: [UInt8]) -> Bool {
    subtag.count == 2 && subtag.allSatisfy(isLetter)
      || subtag.count == 3 && subtag.allSatisfy(isDigit)
  }

  private static func isVariant(_ subtag: [UInt8]) -> Bool {
    subtag.count >= 5 || subtag.count == 4 && isDigit(subtag[0])
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Tags from before the grammar that do not follow it (RFC 5646 §2.2.8).
  private static let irregular: Set = [
    "en-gb-oed", "i-ami", "i-bnn", "i-default", "i-enochian", "i-hak", "i-klingon", "i-lux",
    "i-mingo", "i-navajo", "i-pwn", "i-tao", "i-tay", "i-tsu", "sgn-be-fr", "sgn-be-nl",
    "sgn-ch-de",
    "art-lojban", "cel-gaulish", "no-bok", "no-nyn", "zh-guoyu", "zh-hakka", "zh-min",
    "zh-min-nan", "zh-xiang",
  ]
}
