package import RunbookModel

/// A verb, an option or a value of a command that not every version of its program has.
package struct DatedWord: Sendable {
  package enum Kind: Sendable { case verb, option, value }

  package let kind: Kind
  /// As it was written.
  package let name: SourceText
  package let span: VersionSpan
  /// What to write instead.
  package let replacement: String?
  /// Since when there is what to write instead.
  package let replacementSince: ProgramVersion?
}

extension Binding {
  /// Those of the command's words that a version may lack.
  var datedWords: [DatedWord] {
    var found: [DatedWord] = []
    var names = verbNames[...]
    for level in path.indices where !path[level].names.isEmpty {
      guard let name = names.popFirst() else { break }
      guard let span = path[level].span else { continue }
      found.append(
        DatedWord(
          kind: .verb, name: name, span: span, replacement: path[level].replacement,
          replacementSince: nil))
    }
    for given in options where given.option.isDated {
      if let span = given.option.valueSpans[given.name.text] ?? given.option.span {
        let replacement = given.option.replacement
        found.append(
          DatedWord(
            kind: .option, name: given.name, span: span, replacement: replacement,
            replacementSince: replacement.flatMap { knownOption(named: $0)?.span?.since }))
      }
      guard let value = given.value, let text = value.literal,
        let span = given.option.valueSpans[text]
      else { continue }
      found.append(
        DatedWord(
          kind: .value, name: SourceText(text, range: value.range), span: span, replacement: nil,
          replacementSince: nil))
    }
    return found
  }
}
