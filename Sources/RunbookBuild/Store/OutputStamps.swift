import RunbookModel
import Synchronization

/// What an earlier build has published into a folder: each file with its digest and its stamp. As long as the stamp
/// is the same, nobody has to read the file to know what it holds.
final class OutputStamps: Sendable {
  private struct Entry: Recorded {
    let file: FileDigest
    let stamp: FileStamp

    init(_ file: FileDigest, _ stamp: FileStamp) { (self.file, self.stamp) = (file, stamp) }

    func write(to record: inout RecordWriter) {
      record.put(file)
      record.put(stamp)
    }

    init(from record: inout RecordReader) throws(RecordDamage) {
      self.init(try record.take(), try record.take())
    }
  }

  private let path: String
  private let start: RecordWriter
  private let known: [String: Entry]
  /// What this build publishes.
  private let files = Mutex<[String: FileDigest]>([:])

  /// - Parameters:
  ///   - folder: the site's results.
  ///   - output: where it is published to, without links.
  init(_ folder: StoreFolder, output: String) {
    path = folder.path + "/output"
    var start = RecordWriter("runbookgen output 1\n")
    start.text(output)
    self.start = start
    let entries = folder.isRead ? StampFile.read([Entry].self, path, start) : nil
    known = Dictionary(
      (entries ?? []).map { ($0.file.path, $0) }, uniquingKeysWith: { _, last in last })
  }

  /// Whether a file with this stamp is known to be the one of the digest.
  func isKnown(_ stamp: FileStamp, as file: FileDigest) -> Bool {
    guard let entry = known[file.path] else { return false }
    return entry.stamp == stamp && entry.file.size == file.size && entry.file.hash == file.hash
  }

  /// Takes in files that will be published.
  func add(_ added: [FileDigest]) {
    files.withLock { files in
      for file in added { files[file.path] = file }
    }
  }

  /// Keeps what was published.
  ///
  /// - Parameters:
  ///   - stamps: taken after that, and older than the next change can be.
  ///   - folder: the output folder.
  func keep(_ stamps: StampList, in folder: String) {
    let files = files.withLock { $0 }
    let start = folder.utf8.count + 1
    let entries = stamps.entries.compactMap { entry -> Entry? in
      guard let stamp = entry.stamp, entry.path.utf8.count > start,
        let file = files[String(Substring(entry.path.utf8.dropFirst(start)))]
      else { return nil }
      return Entry(file, stamp)
    }
    StampFile.write(entries, path, self.start)
  }
}

/// What tells whether a file of the output is the one that is wanted.
package struct OutputTrust: Sendable {
  let hash: SecretHash
  /// Nil where each file is read.
  let stamps: OutputStamps?

  init(_ hash: SecretHash, _ stamps: OutputStamps?) { (self.hash, self.stamps) = (hash, stamps) }
}
