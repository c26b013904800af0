/// Labels in the spelling that Confluence accepts.
package enum ConfluenceLabel {
  /// Lower case, no blanks, none of the characters that the label field refuses (Atlassian, "Add,
  /// remove and search for labels": `! # & ( ) * , . : ; < > ? @ [ ] ^`). Blanks and refused
  /// characters become one hyphen; nil when nothing is left.
  package static func normalised(_ label: String) -> String? {
    if isPlain(label) { return label }
    var result = ""
    for character in label.lowercased() {
      if isRefused(character) {
        if !result.isEmpty, result.last != "-" { result.append("-") }
      } else {
        result.append(character)
      }
    }
    while result.last == "-" { result.removeLast() }
    return result.isEmpty ? nil : result
  }

  /// Without what has no spelling, and without duplicates.
  package static func normalised(_ labels: [String]) -> [String] {
    var seen: Set<String> = []
    return labels.compactMap(normalised).filter { seen.insert($0).inserted }
  }

  /// Whether a label is spelt that way already, as nearly all are.
  private static func isPlain(_ label: String) -> Bool {
    guard let last = label.utf8.last, last != UInt8(ascii: "-") else { return false }
    return label.utf8.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "-"), UInt8(ascii: "_"):
        true
      default: false
      }
    }
  }

  /// The characters of a label that Confluence does not take, each once.
  static func refusedCharacters(in label: String) -> [Character] {
    var seen: Set<Character> = []
    return label.filter { isRefused($0) && seen.insert($0).inserted }.map { $0 }
  }

  private static func isRefused(_ character: Character) -> Bool {
    refused.contains(character) || character.isWhitespace
  }

  private static let refused = Set("!#&()*,.:;<>?@[]^")
}
