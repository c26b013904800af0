import RunbookCommands
import RunbookModel

/// What a page of the kind `runbook` has and does, for the rules that ask whether it is complete.
struct RunbookParts {
  /// What first writes or destroys something that lasts.
  let firstChange: PageChange.Place?
  /// Whether a step that changes something says what to expect.
  let expectsResult: Bool
  private let sections: [PageOutline.Section]

  /// Nil for other kinds, and for a draft, which may be incomplete.
  init?(_ context: PageContext) {
    let metadata = context.draft.metadata
    guard metadata.kind == .runbook, metadata.lifecycle != .draft else { return nil }
    let changes = context.changes.filter { $0.lasting != nil }
    firstChange = changes.first?.lasting
    expectsResult = changes.contains {
      context.outline.codeBlocks[$0.block].value.attribute("expect") != nil
    }
    sections = context.outline.sections
  }

  /// Whether a heading has a word that starts with one of these, or all words of a phrase.
  func hasHeading(startingWith stems: [String], phrases: [Set<String>] = []) -> Bool {
    sections.contains { section in
      let words = SectionWords.words(section.text)
      return words.contains { SectionWords.begins($0, with: stems) }
        || phrases.contains { $0.allSatisfy(words.contains) }
    }
  }
}
