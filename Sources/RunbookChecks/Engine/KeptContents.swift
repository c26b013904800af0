package import RunbookModel

/// What other pages may ask of a page's body, as bytes: half of what it takes as values, for as long as the
/// other pages are read.
package struct KeptContents: Sendable {
  private let record: RecordReader

  package init(_ contents: PageContents) {
    var record = RecordWriter()
    record.put(contents)
    self.init(RecordReader(record.compactBytes))
  }

  /// - Parameter record: what this build of the program has written of contents, in this run or an earlier one.
  package init(_ record: RecordReader) { self.record = record }

  package var bytes: [UInt8] { record.rest }

  /// Nil where the bytes are damaged.
  package var value: PageContents? {
    var record = record
    return try? record.take(PageContents.self)
  }

  /// What the page has to know of others; nothing where the bytes are damaged.
  var needs: PageNeeds {
    var record = record
    guard (try? record.passTexts()) != nil else { return PageNeeds() }
    return (try? record.take(PageNeeds.self)) ?? PageNeeds()
  }

  var anchors: [String] {
    var record = record
    return (try? record.take([String].self)) ?? []
  }

  /// Whether the anchors are so few that they are looked through as quickly as a set of them is made.
  var hasFewAnchors: Bool {
    var record = record
    return (try? record.count()).map { $0 <= 64 } ?? true
  }

  /// Whether the page has an anchor, to the byte. Nothing is made to tell.
  func holds(_ anchor: String) -> Bool {
    var record = record
    guard let count = try? record.count() else { return false }
    for _ in 0..<count {
      guard let isFound = try? record.passes(anchor) else { return false }
      if isFound { return true }
    }
    return false
  }
}
