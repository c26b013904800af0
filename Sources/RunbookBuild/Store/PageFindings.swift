import RunbookChecks
import RunbookModel

/// What the rules found on a page by itself, and what others may ask of it.
struct PageFindings: Sendable {
  let diagnostics: [Diagnostic]
  let allowances: [Allowance]
  let contents: FoundContents

  init(diagnostics: [Diagnostic], allowances: [Allowance], contents: FoundContents) {
    self.diagnostics = diagnostics
    self.allowances = allowances
    self.contents = contents
  }
}

extension PageFindings: Recorded {
  func write(to record: inout RecordWriter) {
    record.put(diagnostics)
    record.put(allowances)
    record.put(contents)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      diagnostics: try record.take(), allowances: try record.take(), contents: try record.take())
  }
}

/// What others may ask of a page's body. What an earlier build has kept is read when somebody asks, as nobody
/// does where all bodies say what they said.
struct FoundContents: Sendable {
  private let kept: KeptContents
  /// Whether they were made in this run, so that nothing can be wrong with them.
  private let isMade: Bool
  /// The key of the contents; nil where nothing is kept.
  let key: ContentKey?
  /// The key of what decides which pages have to wait for others; nil where nothing is kept.
  let waitingKey: ContentKey?

  /// - Parameter isKept: whether they will be kept, and compared.
  init(_ contents: PageContents, isKept: Bool) {
    isMade = true
    var record = RecordWriter()
    contents.writeWaiting(to: &record)
    waitingKey = isKept ? ContentKey(record) : nil
    contents.writeRest(to: &record)
    key = isKept ? ContentKey(record) : nil
    kept = KeptContents(RecordReader(record.compactBytes))
  }

  /// Nil where the record is damaged.
  var contents: KeptContents? { isMade || kept.value != nil ? kept : nil }
}

extension FoundContents: Recorded {
  func write(to record: inout RecordWriter) {
    record.put(key)
    record.put(waitingKey)
    record.blob(kept.bytes)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    isMade = false
    (key, waitingKey) = (try record.take(), try record.take())
    kept = KeptContents(try record.part())
  }
}
