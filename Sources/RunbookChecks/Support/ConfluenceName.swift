/// Names as Confluence compares and stores them: titles of pages, keys of spaces, labels, files.
package enum ConfluenceName {
  /// How many UTF-16 units a title or a label has at most: the columns of Confluence's tables.
  package static let longest = 255

  package static func isTooLong(_ name: String) -> Bool { name.utf16.count > longest }

  /// Two names are one when these are equal: Confluence looks a name up in lower case, where a sigma
  /// at the end of a word is its own letter to Java and not to Swift.
  package static func folded(_ name: String) -> String {
    let lower = name.lowercased()
    guard lower.unicodeScalars.contains("ς") else { return lower }
    var folded = ""
    folded.unicodeScalars.append(contentsOf: lower.unicodeScalars.map { $0 == "ς" ? "σ" : $0 })
    return folded
  }
}
