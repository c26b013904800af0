import RunbookModel

/// Words that a schema does not list although it may have to: what of them can still be said.
enum OpenWord {
  /// Whether a word could be the name of a verb at all; an address, a file or `...` is none.
  static func isName(_ word: String) -> Bool {
    guard let first = word.utf8.first, first != UInt8(ascii: "-") else { return false }
    return word.utf8.allSatisfy { Byte.continuesName($0) || $0 == UInt8(ascii: "-") }
      && word.utf8.contains { (0x61...0x7A).contains($0) }
  }

  /// Whether a word could be an option that somebody typed: `--[no-]x`, `--x|--y` and `--…` are ways
  /// to write about options.
  static func isOption(_ word: String) -> Bool {
    !word.utf8.contains { $0.isOne(of: "{}[]()<>|*,/\\") || $0 >= 0x80 }
      && !word.contains("...")
  }

  /// Whether a value stands for another one: `COUNT`, `N`, `{{count}}`, `your-name`.
  static func isStandIn(_ value: String) -> Bool {
    if value.utf8.contains(where: { $0.isOne(of: "{}[]<>$%*") || $0 >= 0x80 }) { return true }
    if value.contains("...") || value.hasPrefix("your") || value.hasPrefix("xx") { return true }
    let letters = value.utf8.filter { Byte.isLetter($0) }
    return !letters.isEmpty && letters.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// The known word that a word is one slip of the finger away from, if both are so long that this is
  /// no chance. A plural, a hyphen or a digit more makes another name, and no slip.
  static func misspelt(_ word: String, among known: [String], orPlural: Bool = false) -> String? {
    let letters = Array(word.utf8)
    guard letters.count > 2, isPlain(letters) else { return nil }
    return known.first { name in
      let count = name.utf8.count
      guard abs(count - letters.count) <= 1, max(count, letters.count) > 3,
        orPlural || min(count, letters.count) > 3
      else { return false }
      let other = Array(name.utf8)
      return NearestName.distance(letters, other) == 1 && isPlain(other)
        && !isVariant(letters, other, orPlural)
    }
  }

  private static func isPlain(_ word: [UInt8]) -> Bool {
    word.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
  }

  /// `label` and `labels`, `enable` and `enabled`, `dryrun` and `dry-run`.
  private static func isVariant(_ left: [UInt8], _ right: [UInt8], _ orPlural: Bool) -> Bool {
    guard left.count != right.count else { return false }
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    // `labels`, `enabled`, `loader`; a letter that is doubled or left out is a slip.
    if long.dropLast() == short[...], !orPlural, let last = long.last, last.isOne(of: "sdr") {
      return true
    }
    let hyphen = UInt8(ascii: "-")
    return short.filter { $0 != hyphen } == long.filter { $0 != hyphen }
  }
}
