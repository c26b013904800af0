import RunbookChecks
import RunbookModel
import Synchronization

/// What pages are found by. A page is read again when its text has changed.
final class AssistantIndex: Sendable {
  struct Entry: Sendable {
    /// As a list names the page.
    let line: String
    fileprivate let title: String
    fileprivate let alerts: [String]
    fileprivate let commands: String
    /// Everything that a word is looked for in.
    fileprivate let text: String
    fileprivate let key: ContentKey

    fileprivate init(_ draft: PageDraft, key: ContentKey) {
      let data = draft.metadata
      self.key = key
      title = data.title.value.lowercased()
      alerts = data.alerts.map { $0.lowercased() }
      commands = draft.blocks.map(\.code.text).joined(separator: "\n").lowercased()
      let prose = ProseText.of(draft.page.document.blocks).lowercased()
      let summary = data.summary?.lowercased() ?? ""
      text = ([title, summary] + alerts + [prose]).joined(separator: "\n")
      var line = "\(draft.page.file.path): \(data.title.value)"
      if let summary = data.summary { line += ". \(summary)" }
      if !data.alerts.isEmpty { line += " (alerts: \(data.alerts.joined(separator: ", ")))" }
      self.line = line
    }

    /// How well the page fits, 0 first: its alert, its title, its commands, its text; nil where a word is missing.
    func rank(_ query: String, _ words: [String]) -> Int? {
      guard words.allSatisfy(text.contains) else { return nil }
      if alerts.contains(query) { return 0 }
      if words.allSatisfy(title.contains) { return 1 }
      return words.allSatisfy(commands.contains) ? 2 : 3
    }
  }

  private let known = Mutex<[PagePath: Entry]>([:])

  /// Every page as it is now.
  ///
  /// - Throws: what keeps a page from being read.
  func entries(_ check: SiteCheck) async throws(FileProblem) -> [Entry] {
    let before = known.withLock { $0 }
    let entries = try await check.readPages { page, key in
      before[page].flatMap { $0.key == key ? $0 : nil }
    } _: { draft, key in
      Entry(draft, key: key)
    }
    let pages = zip(check.index.pages.map(\.path), entries)
    known.withLock { $0 = Dictionary(pages) { first, _ in first } }
    return entries
  }
}
