import RunbookModel

/// Says which files of the store hold nothing but results that are known to hold on a site where pages show certain
/// things to each other. Of such a result nobody has to ask again what it was made from, but for texts and files.
/// That follows from the bytes of the file and the key alone, whenever it was found out.
struct StoreSeal: Sendable {
  private struct Content: Recorded {
    let everything: ContentKey
    /// Of each file, if it is sealed.
    let sums: [UInt64?]

    init(_ everything: ContentKey, _ sums: [UInt64?]) {
      (self.everything, self.sums) = (everything, sums)
    }

    func write(to record: inout RecordWriter) {
      record.put(everything)
      record.put(sums)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      self.init(try record.take(), try record.take())
    }
  }

  private static let start = RecordWriter("runbookgen seal 1\n")

  private let path: String
  /// The key of what all pages show to each other.
  private let everything: ContentKey
  /// What an earlier build found of the same.
  private let sums: [UInt64?]

  init(_ path: String, _ everything: ContentKey, isRead: Bool) {
    (self.path, self.everything) = (path, everything)
    let known = isRead ? StampFile.read(Content.self, path, Self.start) : nil
    sums = known?.everything == everything ? known?.sums ?? [] : []
  }

  /// - Parameters:
  ///   - number: of the file.
  ///   - checksum: of the file, as it was read.
  func holds(_ number: Int, checksum: UInt64) -> Bool {
    number < sums.count && sums[number] == checksum
  }

  /// Whether something else was found by now.
  func differs(from sums: [UInt64?]) -> Bool { sums != self.sums }

  /// - Parameter sums: of each file, where every result in it holds.
  func keep(_ sums: [UInt64?]) { StampFile.write(Content(everything, sums), path, Self.start) }
}
