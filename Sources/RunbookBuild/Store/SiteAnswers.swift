import RunbookChecks
import RunbookModel
import RunbookRendering
import Synchronization

/// A question with the answer that it had; nil for what was not there.
struct SiteAnswer: Sendable, Recorded {
  let question: SiteQuestion
  let answer: ContentKey?

  init(_ question: SiteQuestion, _ answer: ContentKey?) {
    (self.question, self.answer) = (question, answer)
  }

  func write(to record: inout RecordWriter) {
    record.put(question)
    record.put(answer)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.take(), try record.take())
  }
}

/// What was asked of other pages while a result was made, with the answers.
struct AskedQuestions: Sendable {
  /// Those of which the answer follows from what pages show to each other, as records.
  private let faces: RecordReader
  private let others: [SiteAnswer]

  init(_ answers: [SiteAnswer]) {
    var faces = RecordWriter()
    faces.put(answers.filter(\.question.kind.isOfFaces))
    self.faces = RecordReader(faces.bytes)
    others = answers.filter { !$0.question.kind.isOfFaces }
  }

  /// Whether each has the answer that it had.
  ///
  /// - Parameter isSealed: whether that is known of what pages show to each other.
  func hold(_ answers: SiteAnswers, isSealed: Bool) -> Bool {
    guard answers.hold(others) else { return false }
    if isSealed { return true }
    var faces = faces
    guard let asked = try? faces.take([SiteAnswer].self) else { return false }
    return answers.hold(asked)
  }
}

extension AskedQuestions: Recorded {
  func write(to record: inout RecordWriter) {
    record.blob(faces.rest)
    record.put(others)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    (faces, others) = (try record.part(), try record.take())
  }
}

extension SiteQuestion.Kind {
  /// Whether the answer follows from what pages show to each other, and from what all of them see.
  fileprivate var isOfFaces: Bool {
    switch self {
    case .page, .titles, .aliases, .everything, .section, .neighbours, .place, .navigation: true
    case .asset, .headings, .text: false
    }
  }
}

/// Answers the questions of pages, as keys; each once.
final class SiteAnswers: Sendable {
  /// What each page shows to others.
  private let faces: [PagePath: ContentKey]
  /// The key of all faces.
  let everything: ContentKey
  private let index: SiteIndex
  /// The key of the text of a page.
  private let text: @Sendable (PagePath) -> ContentKey?
  private let more: @Sendable (SiteQuestion) -> ContentKey?
  private let known = Mutex<[SiteQuestion: ContentKey?]>([:])

  /// - Parameters:
  ///   - faces: one for each page, in the order of their paths.
  ///   - more: answers what the index does not.
  init(
    _ faces: [PagePath: ContentKey], _ everything: ContentKey, _ index: SiteIndex,
    text: @escaping @Sendable (PagePath) -> ContentKey?,
    more: @escaping @Sendable (SiteQuestion) -> ContentKey? = { _ in nil }
  ) {
    (self.faces, self.everything, self.index) = (faces, everything, index)
    (self.text, self.more) = (text, more)
  }

  /// - Parameters:
  ///   - faces: one for each page, in the order of their paths.
  ///   - text: the key of the text of a page.
  convenience init(
    _ faces: [(page: PagePath, key: ContentKey)], _ index: SiteIndex,
    text: @escaping @Sendable (PagePath) -> ContentKey?
  ) {
    var everything = RecordWriter()
    everything.put(faces.map(\.key))
    self.init(
      Dictionary(faces.map { ($0.page, $0.key) }, uniquingKeysWith: { first, _ in first }),
      ContentKey(everything), index, text: text)
  }

  /// The same answers for another index, and more of them.
  func adding(
    _ index: SiteIndex, _ more: @escaping @Sendable (SiteQuestion) -> ContentKey?
  ) -> SiteAnswers {
    SiteAnswers(faces, everything, index, text: text, more: more)
  }

  func answer(_ question: SiteQuestion) -> ContentKey? {
    if let answer = known.withLock({ $0[question] }) { return answer }
    let answer = find(question)
    known.withLock { $0[question] = .some(answer) }
    return answer
  }

  private func find(_ question: SiteQuestion) -> ContentKey? {
    switch question.kind {
    case .page:
      let path = PagePath(question.name)
      return index.position(of: path) == nil ? nil : faces[path]
    case .titles, .aliases:
      var record = RecordWriter()
      record.put(index.fields(question))
      return ContentKey(record)
    case .everything: return everything
    case .text: return text(PagePath(question.name))
    default: return more(question)
    }
  }

  func answers(to questions: SiteQuestions) -> [SiteAnswer] {
    questions.all.map { SiteAnswer($0, answer($0)) }
  }

  func hold(_ answers: [SiteAnswer]) -> Bool {
    if answers.isEmpty { return true }
    let (isSame, unknown) = known.withLock { known -> (Bool, [SiteAnswer]) in
      var unknown: [SiteAnswer] = []
      for asked in answers {
        guard let answer = known[asked.question] else {
          unknown.append(asked)
          continue
        }
        if answer != asked.answer { return (false, []) }
      }
      return (true, unknown)
    }
    return isSame && unknown.allSatisfy { answer($0.question) == $0.answer }
  }
}
