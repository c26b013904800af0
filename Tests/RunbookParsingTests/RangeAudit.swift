import RunbookModel

/// Compares every range of a document with the source it points to.
struct RangeAudit {
  /// Why the source at a literal's range may spell it in another way.
  enum Spelling: String, CaseIterable {
    case same, escaped, acrossLines, different
  }

  private(set) var counts: [Spelling: Int] = [:]
  private(set) var codeLines = 0
  private(set) var problems: [String] = []
  private var file = SourceFile(path: "", text: "")

  mutating func audit(_ document: Document, of file: SourceFile) {
    self.file = file
    let whole = 0..<file.bytes.count
    blocks(document.blocks, in: whole)
    for footnote in document.footnotes {
      check(footnote.range, in: whole, "footnote")
      blocks(footnote.blocks, in: footnote.range)
    }
  }

  private mutating func report(_ what: String, _ range: ByteRange) {
    let place = file.position(at: range.lowerBound)
    problems.append(
      "\(file.path):\(place.line):\(place.column): \(what): \(file.text(range).debugDescription)")
  }

  private mutating func check(_ range: ByteRange, in parent: ByteRange, _ what: String) {
    if range.lowerBound < parent.lowerBound || range.upperBound > parent.upperBound {
      report("\(what) lies outside its parent", range)
    }
  }

  private mutating func siblings(_ ranges: [ByteRange], in parent: ByteRange, _ what: String) {
    var end = parent.lowerBound
    for range in ranges {
      check(range, in: parent, what)
      if range.lowerBound < end { report("\(what) overlaps its neighbour", range) }
      end = range.upperBound
    }
  }

  private mutating func blocks(_ blocks: [Block], in parent: ByteRange) {
    siblings(blocks.map(\.range), in: parent, "block")
    for block in blocks { self.block(block) }
  }

  private mutating func block(_ block: Block) {
    switch block.kind {
    case .paragraph(let inlines): self.inlines(inlines, in: block.range)
    case .heading(let heading): inlines(heading.content, in: block.range)
    case .quote(let children): blocks(children, in: block.range)
    case .alert(let alert): blocks(alert.blocks, in: block.range)
    case .details(let details): blocks(details.blocks, in: block.range)
    case .list(let list):
      siblings(list.items.map(\.range), in: block.range, "item")
      for item in list.items { blocks(item.blocks, in: item.range) }
    case .table(let table):
      let rows = [table.header] + table.rows
      siblings(rows.map(\.range), in: block.range, "row")
      for row in rows { cells(row) }
    case .code(let code): self.code(code, in: block.range)
    case .html, .thematicBreak: break
    case .element, .inlines: report("the parser makes no elements", block.range)
    }
  }

  private mutating func cells(_ row: Table.Row) {
    siblings(row.sourceCells, in: row.range, "source cell")
    siblings(row.cells.map(\.range), in: row.range, "cell")
    for cell in row.cells { inlines(cell.content, in: cell.range) }
  }

  private mutating func code(_ code: CodeBlock, in range: ByteRange) {
    let text = Array(code.text.utf8)
    let lines = text.split(separator: 10, omittingEmptySubsequences: false).dropLast()
    if lines.count != code.lineOffsets.count { report("code has no offset for each line", range) }
    for (line, offset) in zip(lines, code.lineOffsets) {
      codeLines += 1
      check(offset..<offset, in: range, "code line")
      if !file.bytes[offset...].starts(with: line) && file.bytes[offset] != 9 {
        report("code line differs from its source", offset..<offset + line.count)
      }
    }
  }

  private mutating func inlines(_ inlines: [Inline], in parent: ByteRange) {
    siblings(inlines.map(\.range), in: parent, "inline")
    for inline in inlines {
      switch inline.kind {
      case .text(let text): literal(text, inline.range, "text")
      case .code(let text): literal(text, inline.range, "code span")
      case .html(let text): literal(text, inline.range, "HTML")
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        self.inlines(content, in: inline.range)
      case .link(let link), .image(let link): self.inlines(link.content, in: inline.range)
      case .softBreak, .hardBreak, .footnoteReference: break
      case .element: report("the parser makes no elements", inline.range)
      }
    }
  }

  private mutating func literal(_ literal: String, _ range: ByteRange, _ what: String) {
    let source = file.bytes[range.clamped(to: 0..<file.bytes.count)]
    let spelling = spelling(of: literal, source, isText: what == "text")
    counts[spelling, default: 0] += 1
    if spelling == .different { report("\(what) \(literal.debugDescription) differs", range) }
  }

  private func spelling(of literal: String, _ source: ArraySlice<UInt8>, isText: Bool) -> Spelling {
    if source.elementsEqual(literal.utf8) { return .same }
    // After a backslash cmark keeps the indentation of a lazy line in front of its text.
    let content = literal.utf8.drop { $0 == 32 || $0 == 9 }
    if isText, !content.isEmpty, source.elementsEqual(content) { return .acrossLines }
    if !isText, source.contains(10) || source.contains(13) {
      // A code span's line ends are blanks, and both lose the markers and blanks before a line.
      let noise: Set<UInt8> = [9, 10, 13, 32, UInt8(ascii: ">"), UInt8(ascii: "\\")]
      let isSame =
        source.filter { !noise.contains($0) } == literal.utf8.filter { !noise.contains($0) }
      return isSame ? .acrossLines : .different
    }
    // Only text has escapes and entities; a cell has `\|` in everything.
    let escapes: [UInt8] = isText ? [UInt8(ascii: "\\"), UInt8(ascii: "&")] : [UInt8(ascii: "\\")]
    guard escapes.contains(where: source.contains) else { return .different }
    return isUnescaped(literal, source, isText) ? .escaped : .different
  }

  /// Undoes what the source escapes, independently of the parser; entities are checked by their
  /// surroundings only.
  private func isUnescaped(_ literal: String, _ source: ArraySlice<UInt8>, _ isText: Bool) -> Bool {
    var pattern: [UInt8?] = []
    var index = source.startIndex
    let end = source.endIndex
    while index < end {
      let byte = source[index]
      if byte == UInt8(ascii: "\\"), index + 1 < end, isPunctuation(source[index + 1]),
        isText || source[index + 1] == UInt8(ascii: "|")
      {
        if isText && index + 2 < end && source[index + 1] == 92 && source[index + 2] == 124 {
          index += 1
        }
        pattern.append(source[index + 1])
        index += 2
      } else if isText, byte == UInt8(ascii: "&"),
        let semicolon = source[index...].prefix(40).firstIndex(of: UInt8(ascii: ";"))
      {
        pattern.append(nil)
        index = semicolon + 1
      } else {
        pattern.append(byte)
        index += 1
      }
    }
    return matches(Array(literal.utf8)[...], pattern[...])
  }

  /// `nil` stands for any one to forty bytes.
  private func matches(_ text: ArraySlice<UInt8>, _ pattern: ArraySlice<UInt8?>) -> Bool {
    var (text, pattern) = (text, pattern)
    while let first = pattern.first {
      guard let byte = first else {
        let rest = pattern.dropFirst()
        return (1...40).contains { $0 <= text.count && matches(text.dropFirst($0), rest) }
      }
      guard text.first == byte else { return false }
      text = text.dropFirst()
      pattern = pattern.dropFirst()
    }
    return text.isEmpty
  }

  private func isPunctuation(_ byte: UInt8) -> Bool {
    (33...47).contains(byte) || (58...64).contains(byte) || (91...96).contains(byte)
      || (123...126).contains(byte)
  }
}
