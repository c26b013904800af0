package import RunbookModel
import RunbookRendering

/// A file of the output, by what tells its bytes from others.
package struct FileDigest: Sendable, Recorded {
  /// Relative to the output folder.
  let path: String
  /// In bytes.
  let size: Int
  let hash: SecretHash.Value

  init(_ file: OutputFile, _ hash: SecretHash) {
    (path, size) = (file.path, file.bytes.count)
    self.hash = file.bytes.withUnsafeBytes { hash.value(of: $0) }
  }

  package func write(to record: inout RecordWriter) {
    record.text(path)
    record.put(size)
    record.word(hash.first)
    record.word(hash.second)
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    (path, size) = (try record.text(), try record.take())
    hash = .init(first: try record.word(), second: try record.word())
  }
}
