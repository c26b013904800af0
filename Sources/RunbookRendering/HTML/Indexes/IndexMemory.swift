import RunbookModel

/// Which lists were made, in this build and in an earlier one, and from what.
struct IndexMemory {
  /// The files of a list by their numbers, each with the key of what it shows; the first may be a page's own.
  private struct Entry: Recorded {
    let path: String
    let key: String
    let first: Int
    let parts: [String]

    init(_ path: String, _ key: String, from first: Int, parts: [String]) {
      (self.path, self.key, self.first, self.parts) = (path, key, first, parts)
    }

    var files: [String] {
      parts.indices.map { GeneratedIndex.partPath(path, first + $0) }
    }

    func write(to record: inout RecordWriter) {
      record.text(path)
      record.text(key)
      record.put(first)
      record.put(parts)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      (path, key) = (try record.text(), try record.text())
      (first, parts) = (try record.take(), try record.take())
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
    guard let entry = earlier[path], entry.key == key, takeOver(entry.files) else { return false }
    made.append(entry)
    return true
  }

  /// The same for one file of a list that has changed elsewhere.
  func takes(
    part number: Int, of path: String, _ key: String, _ takeOver: ([String]) -> Bool
  ) -> Bool {
    guard let entry = earlier[path], number >= entry.first,
      number - entry.first < entry.parts.count, entry.parts[number - entry.first] == key
    else { return false }
    return takeOver([GeneratedIndex.partPath(path, number)])
  }

  /// - Parameter parts: the keys of its files.
  mutating func keep(_ path: String, _ key: String, from first: Int, parts: [String]) {
    made.append(Entry(path, key, from: first, parts: parts))
  }
}
