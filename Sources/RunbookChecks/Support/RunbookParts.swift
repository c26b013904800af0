import RunbookCommands
import RunbookModel

/// What a page of the kind `runbook` has and does, for the rules that ask whether it is complete.
struct RunbookParts {
  /// The first command that writes or destroys.
  let firstChange: PageCommand?
  /// Whether a step that changes something says what to expect.
  let expectsResult: Bool
  private let sections: [PageOutline.Section]

  /// Nil for other kinds, and for a draft, which may be incomplete.
  init?(_ context: PageContext) {
    let metadata = context.draft.metadata
    guard metadata.kind == .runbook, metadata.lifecycle != .draft else { return nil }
    func isChange(_ command: PageCommand) -> Bool {
      command.command.invocation?.effect ?? .read > .read
    }
    firstChange = context.stepCommands.first(where: isChange)
    expectsResult =
      firstChange != nil
      && context.stepCommands.contains {
        isChange($0) && $0.block?.code.attribute("expect") != nil
      }
    sections = context.outline.sections
  }

  /// Whether a heading has a word that starts with one of these, or all words of a phrase.
  func hasHeading(startingWith stems: [String], phrases: [Set<String>] = []) -> Bool {
    sections.contains { section in
      let words = SectionWords.words(section.text)
      return phrases.contains { $0.isSubset(of: words) }
        || words.contains { word in stems.contains { word.hasPrefix($0) } }
    }
  }
}
