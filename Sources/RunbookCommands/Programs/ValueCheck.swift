/// Whether the text of a value is of its declared type.
enum ValueCheck {
  /// What was wanted instead, or nil when the text is fine.
  static func wanted(_ text: String, _ type: ValueType) -> String? {
    switch type {
    case .text, .path, .statement: nil
    case .integer: isInteger(text) ? nil : "a whole number"
    case .duration: isDuration(text) ? nil : "a duration such as 30s or 5m"
    case .choice(let choices):
      choices.contains(text) ? nil : "one of \(choices.joined(separator: ", "))"
    }
  }

  private static func isInteger(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") || text.hasPrefix("+") ? text.dropFirst() : text[...]
    return !digits.isEmpty && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  /// Numbers with units: `1h15m`, `90`, `2.5s`, `infinity`.
  private static func isDuration(_ text: String) -> Bool {
    if text == "infinity" || text == "0" { return true }
    var hasDigits = false
    for character in text.hasPrefix("-") ? text.dropFirst() : text[...] {
      if character.isASCII && (character.isNumber || character == ".") {
        hasDigits = true
      } else if !"nuµmshdwy".contains(character) || !hasDigits {
        return false
      }
    }
    return hasDigits
  }
}
