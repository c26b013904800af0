import RunbookModel

/// What the front matter says to the page's own rules and formats, and to hardly anybody else.
struct PageDetails: Sendable {
  var confluence = RunbookMetadata.Confluence()
  var inputs: [InputDeclaration] = []
  var tables: [TableDeclaration] = []
  var sources: [Field<String>] = []
  var appliesTo: [RunbookMetadata.AppliesTo] = []
  var escalation: [RunbookMetadata.Escalation] = []
  var environments: [String] = []
  var permissions: [String] = []
  var prerequisites: [String] = []
  var context: Field<String>?
}

/// These as values while somebody works on the page, and as bytes, a fifth of that, for as long as it waits.
enum KeptDetails: Sendable {
  indirect case values(PageDetails)
  /// - Parameter file: the page's source file.
  case bytes([UInt8], file: String)

  var values: PageDetails {
    switch self {
    case .values(let details): details
    case .bytes:
      read { record throws(RecordDamage) in try record.take(PageDetails.self) } ?? PageDetails()
    }
  }

  /// What is said of Confluence, without a look at anything else.
  var confluence: RunbookMetadata.Confluence {
    if case .values(let details) = self { return details.confluence }
    return read { record throws(RecordDamage) in
      _ = try record.take(Bool.self)
      return try record.take(RunbookMetadata.Confluence.self)
    } ?? RunbookMetadata.Confluence()
  }

  /// The inputs, without a look at what comes after them.
  var inputs: [InputDeclaration] {
    if case .values(let details) = self { return details.inputs }
    return read { record throws(RecordDamage) in
      _ = try record.take(Bool.self)
      _ = try record.take(RunbookMetadata.Confluence.self)
      return try record.take([InputDeclaration].self)
    } ?? []
  }

  /// Whether a table is declared that may be a quick reference.
  var mayHaveQuickReference: Bool {
    if case .values(let details) = self { return details.mayHaveQuickReference }
    return read { record throws(RecordDamage) in try record.take(Bool.self) } ?? false
  }

  /// Nil where the bytes are damaged, and where there are none.
  private func read<Value>(
    _ take: (inout RecordReader) throws(RecordDamage) -> Value
  ) -> Value? {
    guard case .bytes(let bytes, let file) = self else { return nil }
    var record = RecordReader(bytes)
    record.file = file
    return try? take(&record)
  }

  /// The same as bytes.
  ///
  /// - Parameter file: the page's source file.
  func packed(in file: String) -> KeptDetails {
    guard case .values(let details) = self else { return self }
    var record = RecordWriter()
    record.file = file
    record.put(details)
    return .bytes(record.compactBytes, file: file)
  }
}

extension KeptDetails {
  func write(to record: inout RecordWriter) {
    guard case .bytes(let bytes, _) = packed(in: record.file ?? "") else { return }
    record.blob(bytes)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self = .bytes(try record.blob(), file: record.file ?? "")
  }
}

extension PageDetails: Recorded {
  fileprivate var mayHaveQuickReference: Bool {
    tables.contains { $0.schema.value != ComparisonTable.schema.name }
  }

  /// What is asked of all pages stands first.
  func write(to record: inout RecordWriter) {
    record.put(mayHaveQuickReference)
    record.put(confluence)
    record.put(inputs)
    record.put(tables)
    record.put(sources)
    record.put(appliesTo)
    record.put(escalation)
    for list in [environments, permissions, prerequisites] { record.put(list) }
    record.put(context)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    _ = try record.take(Bool.self)
    confluence = try record.take()
    inputs = try record.take()
    tables = try record.take()
    sources = try record.take()
    appliesTo = try record.take()
    escalation = try record.take()
    environments = try record.take()
    permissions = try record.take()
    prerequisites = try record.take()
    context = try record.take()
  }
}
