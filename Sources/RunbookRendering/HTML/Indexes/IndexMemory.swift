import RunbookModel

/// Which lists were made, in this build and in an earlier one, and from what.
struct IndexMemory {
  /// The files of a list, by the numbers of its parts; the first may be a page's own.
  private struct Entry: Recorded {
    let path: String
    let key: String
    let parts: Range<Int>

    init(_ path: String, _ key: String, _ parts: Range<Int>) {
      (self.path, self.key, self.parts) = (path, key, parts)
    }

    func write(to record: inout RecordWriter) {
      record.text(path)
      record.text(key)
      record.put(parts)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      self.init(try record.text(), try record.text(), try record.take())
    }
  }

  private let earlier: [String: Entry]
  private var made: [Entry] = []

  /// - Parameter earlier: what `write` has left; nil, and damaged, for nothing.
  init(_ earlier: RecordReader?) {
    var reader = earlier
    let entries = try? reader?.take([Entry].self)
    self.earlier = Dictionary(
      (entries ?? []).map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
  }

  func write(to record: inout RecordWriter) { record.put(made) }

  /// Whether an earlier build has made this list, and its files lie where they will be published.
  ///
  /// - Parameter takeOver: takes these files of the output, if all of them are there.
  mutating func takes(
    _ path: String, _ key: String, _ takeOver: ([String]) -> Bool
  ) -> Bool {
    guard let entry = earlier[path], entry.key == key,
      takeOver(entry.parts.map { GeneratedIndex.partPath(path, $0) })
    else { return false }
    made.append(entry)
    return true
  }

  mutating func keep(_ path: String, _ key: String, parts: Range<Int>) {
    made.append(Entry(path, key, parts))
  }
}
