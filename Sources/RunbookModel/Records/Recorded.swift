/// A value that is kept as bytes between two runs of the program.
@usableFromInline package protocol Recorded {
  func write(to record: inout RecordWriter)

  /// - Throws: `RecordDamage` where the bytes hold no such value.
  init(from record: inout RecordReader) throws(RecordDamage)
}

extension UInt64: Recorded {
  @inlinable package func write(to record: inout RecordWriter) { record.number(self) }
  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    self = try record.number()
  }
}

/// Numbers that are never negative: counts, and places in a text.
extension Int: Recorded {
  @inlinable package func write(to record: inout RecordWriter) { record.number(UInt64(self)) }
  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    guard let number = Int(exactly: try record.number()) else { throw RecordDamage() }
    self = number
  }
}

extension Bool: Recorded {
  @inlinable package func write(to record: inout RecordWriter) { record.number(self ? 1 : 0) }
  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    self = try record.number() != 0
  }
}

extension String: Recorded {
  @inlinable package func write(to record: inout RecordWriter) { record.text(self) }
  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    self = try record.text()
  }
}

extension Array: Recorded where Element: Recorded {
  @inlinable package func write(to record: inout RecordWriter) {
    record.number(UInt64(count))
    for element in self { element.write(to: &record) }
  }

  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    let count = try record.count()
    self = []
    reserveCapacity(count)
    for _ in 0..<count { append(try Element(from: &record)) }
  }
}

extension Optional: Recorded where Wrapped: Recorded {
  @inlinable package func write(to record: inout RecordWriter) {
    record.put(self != nil)
    if let self { self.write(to: &record) }
  }

  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    self = try record.take(Bool.self) ? try Wrapped(from: &record) : nil
  }
}

extension Range: Recorded where Bound == Int {
  @inlinable package func write(to record: inout RecordWriter) {
    record.put(lowerBound)
    record.put(count)
  }

  @inlinable package init(from record: inout RecordReader) throws(RecordDamage) {
    let (start, count) = (try record.take(Int.self), try record.take(Int.self))
    let (end, isTooFar) = start.addingReportingOverflow(count)
    guard !isTooFar else { throw RecordDamage() }
    self = start..<end
  }
}

extension SourceRange: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(file == record.file ? nil : file)
    record.put(bytes)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    guard let file = try record.take(String?.self) ?? record.file else { throw RecordDamage() }
    self.init(file: file, bytes: try record.take())
  }
}

extension PagePath: Recorded {
  package func write(to record: inout RecordWriter) { record.text(text) }
  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.text())
  }
}
