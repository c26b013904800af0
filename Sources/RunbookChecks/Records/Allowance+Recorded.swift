package import RunbookModel

extension Allowance: Recorded {
  package func write(to record: inout RecordWriter) {
    record.text(rule)
    record.put(place)
    record.put(lines)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init(rule: try record.text(), place: try record.take(), lines: try record.take())
  }
}
