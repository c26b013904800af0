package import RunbookModel
import Synchronization

/// Something that was asked of other pages, or of files beside them, while one page was checked or rendered. As
/// long as it has the same answer, what was made of the page is the same.
package struct SiteQuestion: Sendable, Hashable {
  package enum Kind: Int, Sendable {
    /// The front matter of a page, by its path.
    case page
    /// Who has a title, by its space and its text in Confluence.
    case titles
    /// Who claims an alias, by its path.
    case aliases
    /// Anything about all pages.
    case everything
    /// What a folder holds, by its path.
    case section
    /// The pages before and after a page, by its path.
    case neighbours
    /// Where a page stands in reading order, by its path.
    case place
    /// The navigation beside a page, by its path in the output.
    case navigation
    /// The hash of a file beside the pages, by its path.
    case asset
    /// The headings of a page, by its path.
    case headings
    /// The text of a page that another includes, by its path.
    case text
  }

  package let kind: Kind
  package let name: String

  package init(_ kind: Kind, _ name: String = "") { (self.kind, self.name) = (kind, name) }
}

extension SiteQuestion: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(kind.rawValue)
    record.text(name)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    guard let kind = Kind(rawValue: try record.take()) else { throw RecordDamage() }
    self.init(kind, try record.text())
  }
}

/// Gathers the questions of the page that is being worked on. Whoever answers one notes it.
package final class SiteQuestions: Sendable {
  /// Nil where no page is worked on, or nobody wants to know.
  @TaskLocal package static var current: SiteQuestions?

  private let asked = Mutex<Set<SiteQuestion>>([])

  package init() {}

  package static func note(_ kind: SiteQuestion.Kind, _ name: @autoclosure () -> String = "") {
    guard let current else { return }
    let question = SiteQuestion(kind, name())
    current.asked.withLock { _ = $0.insert(question) }
  }

  /// Takes in what was asked for the same page before.
  package func note(_ questions: [SiteQuestion]) {
    if !questions.isEmpty { asked.withLock { $0.formUnion(questions) } }
  }

  /// In one order.
  package var all: [SiteQuestion] {
    asked.withLock { $0.sorted { ($0.kind.rawValue, $0.name) < ($1.kind.rawValue, $1.name) } }
  }
}

extension SiteIndex {
  /// What a question about titles or aliases is answered by.
  package func fields(_ question: SiteQuestion) -> [Field<String>] {
    switch question.kind {
    case .titles: titleHolders(named: question.name)
    case .aliases: aliases[question.name] ?? []
    default: []
    }
  }
}
