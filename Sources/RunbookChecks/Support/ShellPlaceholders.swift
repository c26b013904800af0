import RunbookCommands
import RunbookModel

/// The placeholders of a page's shell blocks that its front matter does not declare.
package enum ShellPlaceholders {
  struct Found {
    let name: String
    let piece: WordPiece
  }

  /// What programs print in the place of a value that is not there; it is searched for and not
  /// filled in.
  package static let printed: Set = [
    "invalid", "missing", "nil", "no value", "none", "null", "pending", "unknown", "unset",
  ]

  /// In the order of the page.
  static func undeclared(_ context: PageContext) -> [Found] {
    let declared = Set(context.draft.metadata.inputs.map(\.name.value))
    let pieces = context.shellBlocks.flatMap(\.scripts).flatMap(\.allWords).flatMap(\.placeholders)
    return pieces.compactMap { piece in
      guard case .placeholder(let name) = piece.kind, !declared.contains(name),
        !printed.contains(name)
      else { return nil }
      return Found(name: name, piece: piece)
    }.sorted { $0.piece.range.lowerBound < $1.piece.range.lowerBound }
  }
}
