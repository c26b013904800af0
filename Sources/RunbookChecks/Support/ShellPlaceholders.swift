import RunbookCommands
import RunbookModel

/// The placeholders of a page's shell blocks that its front matter does not declare.
package enum ShellPlaceholders {
  struct Found: Sendable {
    let name: String
    let piece: WordPiece
  }

  /// What programs print in the place of a value that is not there; it is searched for and not
  /// filled in.
  package static let printed: Set = [
    "invalid", "missing", "nil", "no value", "none", "null", "pending", "unknown", "unset",
  ]

  /// In the order of the page.
  static func undeclared(in scripts: [ShellScript], declared: [String]) -> [Found] {
    var found: [Found] = []
    for script in scripts {
      for word in script.allWords where word.literal == nil {
        for piece in word.placeholders {
          guard case .placeholder(let name) = piece.kind, !declared.contains(name),
            !printed.contains(name)
          else { continue }
          found.append(Found(name: name, piece: piece))
        }
      }
    }
    return found.sorted { $0.piece.range.lowerBound < $1.piece.range.lowerBound }
  }
}

extension ShellScript {
  /// The names of its placeholders, as often as they stand there.
  var placeholderNames: some Sequence<String> {
    allWords.lazy.filter { $0.literal == nil }.flatMap(\.placeholders).compactMap { piece in
      if case .placeholder(let name) = piece.kind { name } else { nil }
    }
  }
}
