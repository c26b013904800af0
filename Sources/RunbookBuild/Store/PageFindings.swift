import RunbookChecks
import RunbookModel

/// What the rules found on a page by itself, and what others may ask of it.
struct PageFindings: Sendable {
  let diagnostics: [Diagnostic]
  let allowances: [Allowance]
  private(set) var contents: FoundContents

  /// The same once it is kept, as memory must not grow with what is written.
  var kept: PageFindings {
    var found = self
    found.contents = contents.unrecorded
    return found
  }

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
  private let made: PageContents?
  private var record: RecordReader
  /// The key of the contents; nil where nothing is kept.
  let key: ContentKey?
  /// The key of what decides which pages have to wait for others; nil where nothing is kept.
  let waitingKey: ContentKey?

  /// - Parameter isKept: whether they will be kept, and compared.
  init(_ contents: PageContents, in file: String, isKept: Bool) {
    made = contents
    guard isKept else {
      (record, key, waitingKey) = (RecordReader([]), nil, nil)
      return
    }
    var waiting = RecordWriter()
    contents.writeWaiting(to: &waiting)
    waitingKey = ContentKey(waiting)
    var record = RecordWriter()
    record.file = file
    record.put(contents)
    key = ContentKey(record)
    self.record = RecordReader(record.bytes)
  }

  /// The same without a record of what is there already.
  var unrecorded: FoundContents {
    guard made != nil else { return self }
    var found = self
    found.record = RecordReader([])
    return found
  }

  /// Nil where the record is damaged.
  var contents: PageContents? {
    if let made { return made }
    var record = record
    return try? record.take(PageContents.self)
  }
}

extension FoundContents: Recorded {
  func write(to record: inout RecordWriter) {
    record.put(key)
    record.put(waitingKey)
    record.blob(self.record.rest)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    made = nil
    (key, waitingKey) = (try record.take(), try record.take())
    self.record = try record.part()
  }
}
