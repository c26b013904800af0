package import RunbookModel

extension PageContents: Recorded {
  package func write(to record: inout RecordWriter) {
    writeWaiting(to: &record)
    writeRest(to: &record)
  }

  /// Writes what decides which pages have to wait for the bodies of others: what they need, and what is there.
  package func writeWaiting(to record: inout RecordWriter) {
    record.put(anchors)
    record.put(needs)
  }

  /// Writes the rest after it.
  package func writeRest(to record: inout RecordWriter) {
    record.put(htmlAnchors)
    record.put(marks.sorted())
    record.put(opens)
    record.put(steps)
    record.put(included)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    let (anchors, needs) = (try record.take([String].self), try record.take(PageNeeds.self))
    self.init(
      anchors: anchors, htmlAnchors: try record.take(),
      marks: Set(try record.take([String].self)), opens: try record.take(),
      steps: try record.take(), needs: needs, included: try record.take())
  }
}

extension PageNeeds: Recorded {
  package func write(to record: inout RecordWriter) {
    record.put(anchors.map(\.page))
    record.put(anchors.map(\.anchor))
    record.put(steps.compactMap(\.self).sorted())
    record.put(steps.contains(nil))
    record.put(prerequisites)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    self.init()
    let (pages, names) = (try record.take([PagePath].self), try record.take([String].self))
    anchors = zip(pages, names).map { (page: $0, anchor: $1) }
    steps = Set(try record.take([String].self))
    if try record.take(Bool.self) { steps.insert(nil) }
    prerequisites = try record.take()
  }
}
