import RunbookModel

/// What stands around a block and leaves its marks at the start of each line.
struct Enclosure {
  var quotes = 0
  var lists = 0

  /// Whether so many blanks can stand in front of one of the last quote markers of a line: up to
  /// three, and one that belongs to the marker before. The indentation of a list may be any.
  func allows(_ blanks: Int, before markers: Int) -> Bool {
    lists > 0 || blanks <= (markers == quotes ? 3 : 4)
  }
}

/// Turns cmark's lines and columns into byte ranges of the file.
///
/// Only the line and column on which a block starts are relied on. Where a block ends cmark often
/// does not know: one line too far for an unclosed fence and for a heading with an underline, one too
/// near for raw HTML, column 0 of a blank line for a list. Ends come from the content.
struct SourceLocator {
  let file: SourceFile

  func offset(line: Int, column: Int) -> Int {
    let bytes = file.lines.range(ofLine: line - 1)
    return min(max(bytes.lowerBound + column - 1, bytes.lowerBound), file.bytes.count)
  }

  /// Where a block starts.
  func start(of node: CMarkNode) -> Int {
    offset(line: node.startLine, column: max(node.startColumn, 1))
  }

  /// The range of a container without children: its markers and what is left out of the tree.
  func range(ofEmpty node: CMarkNode) -> ByteRange {
    let start = start(of: node)
    var line = max(node.endLine, node.startLine)
    while line > node.startLine && trimmedLineEnd(line) <= file.lines.starts[line - 1] { line -= 1 }
    return start..<max(start, trimmedLineEnd(line))
  }

  /// Offset of the line ending of a one-based line.
  func lineEnd(_ line: Int) -> Int {
    file.lines.contentRange(ofLine: line - 1, in: file.bytes).upperBound
  }

  private func trimmedLineEnd(_ line: Int) -> Int {
    let content = file.lines.contentRange(ofLine: line - 1, in: file.bytes)
    var end = content.upperBound
    while end > content.lowerBound && isBlank(file.bytes[end - 1]) { end -= 1 }
    return end
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 }

  /// A one-based line without the quote markers and the indentation of what encloses it. Inside a
  /// paragraph this is what cmark strips: it takes all leading blanks, and a lazy line has no
  /// markers to take.
  func lineContent(_ line: Int, _ enclosure: Enclosure) -> ByteRange {
    let whole = file.lines.contentRange(ofLine: line - 1, in: file.bytes)
    var start = whole.lowerBound
    var markers = enclosure.quotes
    var blanks = 0
    while start < whole.upperBound {
      switch file.bytes[start] {
      case UInt8(ascii: " "): blanks += 1
      case UInt8(ascii: "\t"): blanks += 4
      case UInt8(ascii: ">") where markers > 0 && enclosure.allows(blanks, before: markers):
        markers -= 1
        blanks = 0
      default: return start..<whole.upperBound
      }
      start += 1
    }
    return start..<whole.upperBound
  }

  /// The lines of a paragraph or heading; the first is read from a column, the others lose what
  /// stands before their content.
  func lines(from first: Int, column: Int, through last: Int, _ enclosure: Enclosure) -> [ByteRange]
  {
    let start = offset(line: first, column: column)
    var lines = [start..<max(start, lineEnd(first))]
    for line in first + 1..<max(last, first) + 1 { lines.append(lineContent(line, enclosure)) }
    return lines
  }

  /// Source offset of the first byte of each line of a literal. Prefixes are stripped from the left
  /// only, so the end of a source line is the end of the literal's line.
  func lineOffsets(of literal: String, firstLine: Int) -> [Int] {
    let bytes = Array(literal.utf8)
    var offsets: [Int] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      offsets.append(lineStart(firstLine + offsets.count, bytes, start..<end))
      start = end + 1
    }
    return offsets
  }

  /// - Parameter line: of the literal.
  private func lineStart(_ number: Int, _ literal: [UInt8], _ line: Range<Int>) -> Int {
    let source = file.lines.contentRange(ofLine: number - 1, in: file.bytes)
    var start = source.upperBound
    var end = line.upperBound
    while end > line.lowerBound, start > source.lowerBound,
      file.bytes[start - 1] == literal[end - 1]
    {
      start -= 1
      end -= 1
    }
    // Blanks that remain are the part of a tab that reaches over the container's indentation.
    let isTab = end > line.lowerBound && start > source.lowerBound && file.bytes[start - 1] == 9
    return isTab ? start - 1 : start
  }

  /// Whether a line is the closing fence of a block that starts at `node`.
  func isClosingFence(_ line: Int, of node: CMarkNode, _ fence: (length: Int, character: UInt8))
    -> Bool
  {
    // An unclosed block is said to end on the line behind it, which may open the next one.
    guard line <= node.endLine, line <= file.lines.count, node.following?.startLine != line else {
      return false
    }
    let content = file.bytes[file.lines.contentRange(ofLine: line - 1, in: file.bytes)]
      .drop { isBlank($0) || $0 == UInt8(ascii: ">") }
    let run = content.prefix { $0 == fence.character }
    return run.count >= fence.length && content.dropFirst(run.count).allSatisfy(isBlank)
  }

  /// Whether a line underlines a heading.
  func isUnderline(_ line: Int, _ enclosure: Enclosure) -> Bool {
    guard line <= file.lines.count else { return false }
    let content = file.bytes[lineContent(line, enclosure)]
    let run = content.prefix { $0 == content.first }
    return (run.first == UInt8(ascii: "=") || run.first == UInt8(ascii: "-"))
      && content.dropFirst(run.count).allSatisfy(isBlank)
  }

  /// `[^label]` in front of the content of a footnote.
  func footnoteLabel(before offset: Int) -> ByteRange? {
    let line = file.lines.contentRange(ofLine: file.lines.line(at: offset), in: file.bytes)
    let before = file.bytes[line.lowerBound..<max(line.lowerBound, min(offset, line.upperBound))]
    guard let close = before.lastIndex(of: UInt8(ascii: "]")),
      let caret = before[..<close].lastIndex(of: UInt8(ascii: "^")), caret > before.startIndex
    else { return nil }
    return caret - 1..<close + 1
  }
}
