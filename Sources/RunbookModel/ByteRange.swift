/// A half-open range of UTF-8 byte offsets into one source file. Line and column exist only where a
/// person reads them, in the diagnostic printers.
package typealias ByteRange = Range<Int>

/// Where something stands: a file, as messages name it, and a byte range inside it.
package struct SourceRange: Sendable, Hashable {
  /// Path relative to the project folder, with `/` between components.
  package let file: String
  package let bytes: ByteRange

  package init(file: String, bytes: ByteRange) {
    self.file = file
    self.bytes = bytes
  }
}
