package import RunbookModel

extension PageSummary {
  package func write(to record: inout RecordWriter) { metadata.write(to: &record) }

  /// - Throws: `RecordDamage` where the bytes hold no summary.
  package convenience init(
    from record: inout RecordReader, at path: PagePath, in file: String
  ) throws(RecordDamage) {
    self.init(path: path, sourcePath: file, metadata: try RunbookMetadata(from: &record))
  }
}

/// A field is added to both functions, in the same place; a test compares each page of a site with what comes
/// back of it.
extension RunbookMetadata {
  func write(to record: inout RecordWriter) {
    record.text(kind.rawValue)
    record.put(title)
    record.put(summary)
    record.put(owner != nil)
    if let owner {
      record.text(owner.value.team)
      record.put(owner.value.contact)
      record.put(owner.range)
    }
    record.put(reviewed)
    record.put(reviewEvery)
    record.text(lifecycle.rawValue)
    record.put(replacedBy)
    record.put(audience)
    record.put(tagFields)
    record.put(aliases)
    record.put(severity)
    record.put(alertFields)
    // It may be negative.
    record.put(order.map(String.init))
    record.put(navTitle)
    record.put(allowances)
    details.write(to: &record)
  }

  init(from record: inout RecordReader) throws(RecordDamage) {
    self.init()
    kind = try record.takeCase()
    title = try record.take()
    summary = try record.take()
    if try record.take(Bool.self) {
      let owner = Owner(team: try record.text(), contact: try record.take())
      self.owner = Field(owner, at: try record.take())
    }
    reviewed = try record.take()
    reviewEvery = try record.take()
    lifecycle = try record.takeCase()
    replacedBy = try record.take()
    audience = try record.take()
    tagFields = try record.take()
    aliases = try record.take()
    severity = try record.take()
    alertFields = try record.take()
    order = try record.take(String?.self).flatMap { Int($0) }
    navTitle = try record.take()
    allowances = try record.take()
    details = try KeptDetails(from: &record)
  }
}

extension RecordReader {
  /// A case by its name.
  fileprivate mutating func takeCase<Value: RawRepresentable<String>>() throws(RecordDamage)
    -> Value
  {
    guard let value = Value(rawValue: try text()) else { throw RecordDamage() }
    return value
  }
}

extension Field: Recorded where Value: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(value)
    record.put(range)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.take(), at: try record.take())
  }
}

extension RunbookMetadata.AppliesTo: Recorded {
  package func write(to record: inout RecordWriter) {
    record.text(product)
    record.put(versions)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(product: try record.text(), versions: try record.take())
  }
}

extension RunbookMetadata.Escalation: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(after.minutes)
    record.put(to)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(after: CalendarSpan(minutes: try record.take()), to: try record.take())
  }
}

extension RunbookMetadata.Confluence: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(title)
    record.put(parent)
    record.put(space)
    record.put(labels)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init()
    (title, parent) = (try record.take(), try record.take())
    (space, labels) = (try record.take(), try record.take())
  }
}

extension InputDeclaration: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(name)
    record.text(type.rawValue)
    record.put(pattern)
    record.put(example)
    record.put(summary)
    record.put(isSecret)
    record.put(from)
    record.put(choices)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(
      name: try record.take(), type: try record.takeCase(), pattern: try record.take(),
      example: try record.take(), summary: try record.take(), isSecret: try record.take(),
      from: try record.take(), choices: try record.take())
  }
}

extension TableDeclaration: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(under)
    record.put(schema)
    let (columns, lists) = (columns.sorted { $0.key < $1.key }, lists.sorted { $0.key < $1.key })
    record.put(columns.map(\.key))
    record.put(columns.map(\.value))
    record.put(lists.map(\.key))
    for (_, list) in lists { record.put(list) }
    record.put(isGenerated)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    let (under, schema) = (try record.take(Field<String>.self), try record.take(Field<String>.self))
    let (columns, fields) = (try record.take([String].self), try record.take([Field<String>].self))
    var lists: [String: [Field<String>]] = [:]
    for name in try record.take([String].self) {
      lists[name] = try record.take([Field<String>].self)
    }
    self.init(
      under: under, schema: schema,
      columns: Dictionary(zip(columns, fields), uniquingKeysWith: { first, _ in first }),
      lists: lists, isGenerated: try record.take())
  }
}
