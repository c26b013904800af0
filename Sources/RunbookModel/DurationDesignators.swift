/// The numbers of a duration with the letters after them, such as `1Y6M` (ISO 8601 §5.5.2.2).
package enum DurationDesignators {
  /// - Returns: nil for anything else, and for numbers of more than five digits.
  package static func read(_ text: some StringProtocol) -> [(number: Int, letter: Character)]? {
    var parts: [(number: Int, letter: Character)] = []
    var digits = ""
    for character in text {
      if character.isASCII && character.isNumber {
        digits.append(character)
        continue
      }
      guard digits.utf8.count <= 5, let number = Int(digits) else { return nil }
      parts.append((number, character))
      digits = ""
    }
    return digits.isEmpty ? parts : nil
  }
}
