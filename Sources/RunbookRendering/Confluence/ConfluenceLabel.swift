/// Labels in the spelling that Confluence accepts.
package enum ConfluenceLabel {
  /// Lower case, no blanks, none of the characters that the label field refuses (Atlassian, "Add,
  /// remove and search for labels": `! # & ( ) * , . : ; < > ? @ [ ] ^`). Blanks and refused
  /// characters become one hyphen; nil when nothing is left.
  package static func normalised(_ label: String) -> String? {
    var result = ""
    for character in label.lowercased() {
      if refused.contains(character) || character.isWhitespace {
        if !result.isEmpty, result.last != "-" { result.append("-") }
      } else {
        result.append(character)
      }
    }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  static func normalised(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    return labels.compactMap(normalised).filter { seen.insert($0).inserted }
  }

  private static let refused = Set("!#&()*,.:;<>?@[]^")
}
