/// One text file as it was read, with its line table. A class, as nearly everything that is said of a text
/// holds on to it.
///
/// The bytes are always valid UTF-8 without NUL: `init` puts a `?` in the place of each byte that is
/// neither, so that every later position is still true, and remembers where that happened.
package final class SourceFile: Sendable {
  /// Path relative to the project folder, with `/` between components, as messages name it.
  package let path: String
  package let bytes: [UInt8]
  package let lines: LineTable
  /// Offsets of bytes that were not text (invalid UTF-8 or NUL) and were replaced by `?`.
  package let undecodable: [Int]
  /// Where its parts were written, for the text of a page that includes others.
  package let origins: TextOrigins?

  package init(path: String, bytes: [UInt8], origins: TextOrigins? = nil) {
    self.path = path
    self.origins = origins
    var bytes = bytes
    undecodable = TextDecoding.repair(&bytes)
    lines = LineTable(bytes)
    self.bytes = bytes
  }

  package convenience init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a byte range; an out-of-bounds range is clamped.
  package func text(_ range: ByteRange) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }

  package func range(_ bytes: ByteRange) -> SourceRange {
    SourceRange(file: path, bytes: bytes.clamped(to: 0..<self.bytes.count))
  }
}
