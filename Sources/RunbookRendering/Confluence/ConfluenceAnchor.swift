/// Names of anchors that survive both products.
package enum ConfluenceAnchor {
  /// The name for a heading id. Cloud drops anchors with parentheses and mangles others
  /// (confluencebuilder#921, #1121), so only `a-z`, `A-Z`, `0-9`, `-` and `_` stay; any other
  /// character becomes its code point in hexadecimal.
  package static func name(for id: String) -> String {
    var name = ""
    for scalar in id.unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": name.unicodeScalars.append(scalar)
      default: name += "u" + String(scalar.value, radix: 16)
      }
    }
    return name
  }

  /// A prefix that no linked heading uses, for the anchors of footnotes.
  static func footnotePrefix(avoiding ids: Set<String>) -> String {
    var prefix = "fn"
    while ids.contains(where: { $0.hasPrefix(prefix) }) { prefix += "n" }
    return prefix
  }
}
