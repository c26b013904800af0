import RunbookModel

/// Character references in raw HTML. Whoever writes the result escapes it again, so that a browser
/// reads exactly what was judged here; a reference that is not known stays as it is spelt.
enum HTMLText {
  /// Names in lower case that could hide what an address is.
  private static let named: [String: Unicode.Scalar] = [
    "amp": "&", "apos": "'", "colon": ":", "gt": ">", "lpar": "(", "lt": "<", "nbsp": "\u{A0}",
    "newline": "\n", "quot": "\"", "rpar": ")", "sol": "/", "tab": "\t",
  ]

  static func decode(_ text: String) -> String {
    guard text.holds(UInt8(ascii: "&")) else { return text }
    var result = String.UnicodeScalarView()
    var rest = text.unicodeScalars[...]
    while let scalar = rest.popFirst() {
      guard scalar == "&", let (decoded, length) = reference(rest) else {
        result.append(scalar)
        continue
      }
      result.append(decoded)
      rest = rest.dropFirst(length)
    }
    return String(result)
  }

  /// What the reference that starts behind an ampersand stands for, and how many scalars it takes.
  private static func reference(_ rest: Substring.UnicodeScalarView) -> (Unicode.Scalar, Int)? {
    let word = rest.prefix(12).prefix {
      $0.isASCII && ($0.properties.isAlphabetic || $0 == "#" || ("0"..."9").contains($0))
    }
    let hasEnd = rest.dropFirst(word.count).first == ";"
    let name = String(String.UnicodeScalarView(word)).lowercased()
    let length = word.count + (hasEnd ? 1 : 0)
    guard name.hasPrefix("#") else {
      guard hasEnd else { return nil }
      let spelt = String(String.UnicodeScalarView(word))
      return (HTMLCharacterNames.table[spelt] ?? named[name]).map { ($0, length) }
    }
    let isHexadecimal = name.hasPrefix("#x")
    let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    return value.flatMap { $0 == 0 ? nil : Unicode.Scalar($0) }.map { ($0, length) }
  }
}
