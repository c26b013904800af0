extension Diagnostic: Recorded {
  package func write(to record: inout RecordWriter) {
    record.text(id)
    record.text(severity.rawValue)
    record.put(range)
    record.text(summary)
    record.text(explanation)
    record.put(notes)
    record.put(fixes)
    record.put(way)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    let id = try record.text()
    guard let severity = Severity(rawValue: try record.text()) else { throw RecordDamage() }
    self.init(
      id, severity, at: try record.take(), try record.text(), explanation: try record.text(),
      notes: try record.take(), fixes: try record.take(), way: try record.take())
  }
}

extension Diagnostic.Note: Recorded {
  package func write(to record: inout RecordWriter) {
    record.text(text)
    record.put(range)
    record.put(isRepeat)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.text(), at: try record.take(), isRepeat: try record.take())
  }
}

extension Diagnostic.Fix: Recorded {
  package func write(to record: inout RecordWriter) {
    record.text(title)
    record.put(edits)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.text(), edits: try record.take())
  }
}

extension Diagnostic.Fix.Edit: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(bytes)
    record.text(text)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(try record.take(), with: try record.text())
  }
}
