/// `*` is any text without a slash, `**` any text, `**/` any folders or none, `?` one character.
package struct Glob: Sendable {
  package let pattern: String
  private let scalars: [Unicode.Scalar]

  package init(_ pattern: String) {
    self.pattern = pattern
    scalars = Array(pattern.unicodeScalars)
  }

  /// Linear in the product of both lengths: a table of which prefixes match.
  package func matches(_ path: String) -> Bool {
    let text = Array(path.unicodeScalars)
    var reachable = [Bool](repeating: false, count: text.count + 1)
    reachable[0] = true
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "*":
        let isDeep = index + 1 < scalars.count && scalars[index + 1] == "*"
        index += isDeep ? 2 : 1
        let takesSlash = isDeep && index < scalars.count && scalars[index] == "/"
        if takesSlash { index += 1 }
        reachable = Self.star(reachable, text, isDeep: isDeep, wholeFolders: takesSlash)
      case let scalar:
        index += 1
        var next = [Bool](repeating: false, count: text.count + 1)
        for position in text.indices where reachable[position] {
          next[position + 1] =
            scalar == text[position] || scalar == "?" && text[position] != "/"
        }
        reachable = next
      }
    }
    return reachable[text.count]
  }

  private static func star(
    _ reachable: [Bool], _ text: [Unicode.Scalar], isDeep: Bool, wholeFolders: Bool
  ) -> [Bool] {
    var next = reachable
    var isOpen = reachable[0]
    for position in text.indices {
      if isDeep || text[position] != "/" {
        if isOpen && (!wholeFolders || text[position] == "/") { next[position + 1] = true }
      } else {
        isOpen = false
      }
      if reachable[position + 1] { isOpen = true }
    }
    return next
  }
}
