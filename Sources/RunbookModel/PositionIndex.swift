/// Lines and columns of one file, for as many findings as there may be.
package struct PositionIndex: Sendable {
  private let file: SourceFile
  private let marks: ColumnMarks

  package init(_ file: SourceFile) {
    self.file = file
    marks = ColumnMarks(file.bytes, in: .scalar)
  }

  /// Line and column of a byte offset; an offset beyond the end stands for the end.
  package func position(at offset: Int) -> SourcePosition {
    let offset = min(max(offset, 0), file.bytes.count)
    let line = file.lines.line(at: offset)
    let start = min(file.lines.starts[line], offset)
    let column =
      marks.width(before: offset, of: file.bytes) - marks.width(before: start, of: file.bytes)
    return SourcePosition(line: line + 1, column: column + 1)
  }
}
