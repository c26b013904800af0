import RunbookModel

/// Turns cmark's lines and columns into byte ranges of the file.
///
/// Two things have to be mended. A continuation line of a paragraph loses its quote markers and
/// indentation before cmark counts its columns, so columns there are relative to the paragraph's
/// first column. And a block that ends with a blank line is said to end at column 0 of the next one.
struct SourceLocator {
  let file: SourceFile

  func offset(line: Int, column: Int) -> Int {
    let bytes = file.lines.range(ofLine: line - 1)
    return min(max(bytes.lowerBound + column - 1, bytes.lowerBound), file.bytes.count)
  }

  func range(of node: CMarkNode) -> ByteRange {
    let start = offset(line: node.startLine, column: max(node.startColumn, 1))
    var endLine = node.endLine
    var end = offset(line: endLine, column: node.endColumn + 1)
    while end <= start && endLine > node.startLine || node.endColumn == 0 && end > start
      && endLine == node.endLine
    {
      endLine -= 1
      end = lineEnd(endLine)
    }
    return start..<max(start, min(end, lineEnd(endLine)))
  }

  /// Offset of the line ending of a one-based line.
  func lineEnd(_ line: Int) -> Int {
    file.lines.contentRange(ofLine: line - 1, in: file.bytes).upperBound
  }

  /// A one-based line without the quote markers and the indentation of what encloses it. Inside a
  /// paragraph this is exactly what cmark strips: it takes all leading blanks, and a lazy line has
  /// no markers to take.
  func lineContent(_ line: Int, _ quoteDepth: Int) -> ByteRange {
    let whole = file.lines.contentRange(ofLine: line - 1, in: file.bytes)
    var start = whole.lowerBound
    var markers = quoteDepth
    while start < whole.upperBound {
      switch file.bytes[start] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): start += 1
      case UInt8(ascii: ">") where markers > 0:
        markers -= 1
        start += 1
      default: return start..<whole.upperBound
      }
    }
    return start..<whole.upperBound
  }

  /// Source offset of the first byte of each line of a literal. Prefixes are stripped from the left
  /// only, so the end of a source line is the end of the literal's line.
  func lineOffsets(of literal: String, firstLine: Int) -> [Int] {
    var offsets: [Int] = []
    var length = 0
    for byte in literal.utf8 {
      guard byte == UInt8(ascii: "\n") else {
        length += 1
        continue
      }
      offsets.append(lineStart(firstLine + offsets.count, length: length))
      length = 0
    }
    if length > 0 { offsets.append(lineStart(firstLine + offsets.count, length: length)) }
    return offsets
  }

  private func lineStart(_ line: Int, length: Int) -> Int {
    max(lineEnd(line) - length, file.lines.range(ofLine: line - 1).lowerBound)
  }

  /// Whether the last line of a fenced block is its closing fence.
  func endsWithFence(_ node: CMarkNode, _ character: UInt8, _ length: Int) -> Bool {
    guard node.endLine > node.startLine else { return false }
    let line = file.bytes[file.lines.contentRange(ofLine: node.endLine - 1, in: file.bytes)]
    let content = line.drop { [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: ">")].contains($0) }
    let fence = content.prefix { $0 == character }
    return fence.count >= length
      && content.dropFirst(fence.count).allSatisfy { $0 == UInt8(ascii: " ") || $0 == 9 }
  }

  /// The label in `[^label]:` just before the content of a footnote.
  func footnoteLabel(before offset: Int) -> String {
    let line = file.lines.contentRange(ofLine: file.lines.line(at: offset), in: file.bytes)
    let bytes = file.bytes[line]
    guard let open = bytes.firstIndex(of: UInt8(ascii: "^")),
      let close = bytes[open...].firstIndex(of: UInt8(ascii: "]"))
    else { return "" }
    return file.text(open + 1..<close)
  }
}
