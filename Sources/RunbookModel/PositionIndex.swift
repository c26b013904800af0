/// Lines and columns of one file, for as many findings as there may be: a column is counted from the
/// nearest of some marks and not from the start of its line, which may be a megabyte away.
package struct PositionIndex: Sendable {
  private static let stride = 1024

  private let file: SourceFile
  /// How many Unicode scalars start before each multiple of the stride.
  private let scalars: [Int]

  package init(_ file: SourceFile) {
    self.file = file
    var scalars = [0]
    scalars.reserveCapacity(file.bytes.count / Self.stride + 1)
    file.bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + Self.stride <= bytes.count {
        let count = Self.count(bytes[start..<start + Self.stride])
        scalars.append((scalars.last ?? 0) + count)
        start += Self.stride
      }
    }
    self.scalars = scalars
  }

  /// Line and column of a byte offset; an offset beyond the end stands for the end.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = file.lines.line(at: offset)
    let start = min(file.lines.starts[line], offset)
    return SourcePosition(
      line: line + 1, column: scalars(before: offset) - scalars(before: start) + 1)
  }

  private func scalars(before offset: Int) -> Int {
    let mark = min(offset / Self.stride, scalars.count - 1)
    return file.bytes.withUnsafeBufferPointer {
      scalars[mark] + Self.count($0[mark * Self.stride..<offset])
    }
  }

  private static func count(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    bytes.reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }
}
