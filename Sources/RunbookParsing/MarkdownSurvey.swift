import RunbookModel

/// Goes through the lines of a page as far as is needed to say that no paragraph, table or
/// container in it is beyond the limits, whatever cmark makes of it. Where it cannot tell, it counts
/// too much rather than too little.
struct MarkdownSurvey {
  static let consequence =
    "The page's text is not read, because it would take too much time or memory."

  /// Each makes cmark read the paragraph above it again, unless it belongs to a table.
  private static let delimiterRowWeight = 200

  private let file: SourceFile
  private let limits: Limits
  private var paragraph = Paragraph()
  private var fence: Fence?
  /// Whether raw HTML may be open that an empty line ends.
  private var isHTML = false
  /// Whether it is certain which lines open a fence.
  private var trustsFences = true
  private var cells = 0
  private var brackets = 0
  private var definition = (start: 0, longest: 0, longestStart: 0, isOpen: false)

  init(file: SourceFile, limits: Limits) {
    self.file = file
    self.limits = limits
  }

  private struct Fence {
    let byte: UInt8
    let length: Int
  }

  /// A run of lines without an empty one among them, or an item of a list.
  private struct Paragraph {
    var start = 0
    var lines = 0
    var markup = 0
    /// The first byte of its marker; 0 without one.
    var marker: UInt8 = 0
    /// Columns of the row that stands first, when it has no marker and so can head a table.
    var header: (columns: Int, indent: Int)?
    /// Columns of the widest row of delimiters.
    var columns = 0
    /// Indentation of the rows, once it is a table for certain.
    var tableIndent: Int?
  }

  mutating func refusal(fromLine first: Int) -> Diagnostic? {
    let starts = file.lines.starts
    let bytes = file.bytes
    return bytes.withUnsafeBufferPointer { bytes in
      for line in first..<starts.count {
        let end = line + 1 < starts.count ? starts[line + 1] : bytes.count
        if let found = visit(starts[line]..<end, bytes) { return found }
      }
      endDefinition(at: bytes.count)
      let written = definition.longest * brackets
      return written > limits[.referenceText]
        ? exceeded(.referenceText, written, at: definition.longestStart) : nil
    }
  }

  private func exceeded(_ limit: Limit, _ found: Int, at offset: Int) -> Diagnostic {
    limits.exceeded(
      limit, found: found, isAtLeast: limit != .lineLength, at: file.range(offset..<offset + 1),
      Self.consequence)
  }

  private mutating func visit(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Diagnostic?
  {
    guard line.count <= limits[.lineLength] else {
      return exceeded(.lineLength, line.count, at: line.lowerBound)
    }
    let prefix = LinePrefix(bytes, line)
    // An item without text ends before the blanks behind its marker do.
    let text = prefix.content..<max(prefix.content, Self.trimmed(line, bytes))
    if let open = fence {
      if Self.closes(open, prefix, text, bytes) { fence = nil }
      return nil
    }
    if prefix.levels > limits[.nesting], !Self.isRule(line.lowerBound..<text.upperBound, bytes) {
      return exceeded(.nesting, prefix.levels, at: line.lowerBound)
    }
    guard !text.isEmpty || !prefix.hasQuotesOnly else {
      endParagraph(at: line.lowerBound)
      return nil
    }
    if prefix.indent == 0, prefix.markers == 0, let opening = Self.fence(text, bytes) {
      trustsFences = trustsFences && !isHTML
      if trustsFences {
        endParagraph(at: line.lowerBound)
        fence = opening
        return nil
      }
    }
    follow(html: bytes[text])
    return count(line, text, prefix, bytes)
  }

  private mutating func endParagraph(at offset: Int) {
    paragraph = Paragraph()
    isHTML = false
    endDefinition(at: offset)
  }

  // MARK: Counting

  private mutating func count(
    _ line: Range<Int>, _ text: Range<Int>, _ prefix: LinePrefix,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Diagnostic? {
    let first = text.isEmpty ? 10 : bytes[text.lowerBound]
    noteDefinition(first, line, bytes)
    let markup = self.markup(text, bytes)
    let startsBlock = self.startsBlock(text, prefix, bytes)
    if startsBlock {
      paragraph = Paragraph()
      paragraph.marker = prefix.firstMarker
    }
    if paragraph.lines == 0 { paragraph.start = prefix.content }
    let isRow =
      prefix.markers == 0 && !startsBlock && !first.isOne(of: "<`~*_+-=")
      && paragraph.tableIndent.map { (0..<4).contains(prefix.indent - $0) } ?? false
    if isRow { paragraph.markup = 0 } else { paragraph.tableIndent = nil }
    paragraph.lines += 1
    paragraph.markup += markup
    if prefix.isDelimiterRow(bytes, line.upperBound) {
      if let found = countDelimiters(text, prefix, bytes) { return found }
    } else {
      cells += paragraph.columns
      if paragraph.lines == 1, prefix.markers == 0, !startsBlock {
        paragraph.header = (Self.columns(text, bytes), prefix.indent)
      }
    }
    if cells > limits[.tableCells] { return exceeded(.tableCells, cells, at: paragraph.start) }
    return paragraph.markup > limits[.paragraphMarkup]
      ? exceeded(.paragraphMarkup, paragraph.markup, at: paragraph.start) : nil
  }

  /// Whether a line certainly begins another paragraph than the one before it belongs to: a heading
  /// does, and an item, unless its number could as well be part of a sentence.
  private func startsBlock(
    _ text: Range<Int>, _ prefix: LinePrefix, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard prefix.indent < 4, !text.isEmpty else { return false }
    switch prefix.firstMarker {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return true
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(paragraph.marker)
    case 0:
      let hashes = bytes[text].prefix { $0 == UInt8(ascii: "#") }.count
      return (1...6).contains(hashes) && hashes < text.count
        && bytes[text.lowerBound + hashes] == 32
    default: return false
    }
  }

  private mutating func countDelimiters(
    _ text: Range<Int>, _ prefix: LinePrefix, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Diagnostic? {
    let columns = Self.columns(text, bytes)
    guard columns <= limits[.tableColumns] else {
      return exceeded(.tableColumns, columns, at: paragraph.start)
    }
    paragraph.columns = max(paragraph.columns, columns)
    cells += columns
    // Only below a first line without markers, at its indentation, it is a table for certain.
    if paragraph.lines == 2, let header = paragraph.header, header.columns == columns,
      header.indent == prefix.indent, prefix.markers == 0
    {
      paragraph.tableIndent = prefix.indent
    } else if paragraph.tableIndent == nil {
      paragraph.markup += Self.delimiterRowWeight
    }
    return nil
  }

  /// Counts what cmark may look for the partner of, or go back for.
  private mutating func markup(_ text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var count = 0
    for index in text {
      switch bytes[index] {
      case UInt8(ascii: "["):
        brackets += 1
        count += 1
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "]"),
        UInt8(ascii: "<"), UInt8(ascii: "`"), UInt8(ascii: ")"), UInt8(ascii: "@"),
        UInt8(ascii: "&"), UInt8(ascii: "|"):
        count += 1
      default: break
      }
    }
    return count
  }

  /// Cells of a row; a backslash hides a `|`.
  private static func columns(_ text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var pipes = 0
    var index = text.lowerBound
    while index < text.upperBound {
      if bytes[index] == UInt8(ascii: "|") { pipes += 1 }
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard pipes > 0 else { return 1 }
    let hasFirst = bytes[text.lowerBound] == UInt8(ascii: "|")
    let hasLast = bytes[text.upperBound - 1] == UInt8(ascii: "|")
    return max(1, pipes + 1 - (hasFirst ? 1 : 0) - (hasLast ? 1 : 0))
  }

  // MARK: Link definitions

  /// A link may take the whole text of a definition, address and title, wherever its label stands.
  private mutating func noteDefinition(
    _ first: UInt8, _ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) {
    guard first == UInt8(ascii: "[") else { return }
    endDefinition(at: line.lowerBound)
    (definition.start, definition.isOpen) = (line.lowerBound, true)
  }

  private mutating func endDefinition(at offset: Int) {
    if definition.isOpen, offset - definition.start > definition.longest {
      (definition.longest, definition.longestStart) = (offset - definition.start, definition.start)
    }
    definition.isOpen = false
  }

  // MARK: Fences and HTML

  /// Inside a fence at the left margin there is no markup; one that is indented may belong to a
  /// list, and end with it.
  private static func fence(_ text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Fence? {
    guard let first = text.first,
      bytes[first] == UInt8(ascii: "`") || bytes[first] == UInt8(ascii: "~")
    else { return nil }
    let run = bytes[text].prefix { $0 == bytes[first] }
    let isHidden =
      bytes[first] == UInt8(ascii: "`")
      && bytes[run.endIndex..<text.upperBound].contains(bytes[first])
    return run.count < 3 || isHidden ? nil : Fence(byte: bytes[first], length: run.count)
  }

  private static func closes(
    _ fence: Fence, _ prefix: LinePrefix, _ text: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    prefix.markers == 0 && prefix.indent < 4 && text.count >= fence.length
      && bytes[text].allSatisfy { $0 == fence.byte }
  }

  /// Up to an empty line, raw HTML may hold what only looks like a fence; some kinds of it end at a
  /// mark of their own, and behind those no fence is believed in any more.
  private mutating func follow(html line: Slice<UnsafeBufferPointer<UInt8>>) {
    guard line.first == UInt8(ascii: "<") else { return }
    let start = String(decoding: line.prefix(10), as: UTF8.self).lowercased()
    if start.hasPrefix("<!--"), Self.holdsCommentEnd(line) { return }
    let endsAtMark = ["<!", "<?", "<script", "<pre", "<style", "<textarea"].contains {
      start.hasPrefix($0)
    }
    if endsAtMark { trustsFences = false } else { isHTML = true }
  }

  private static func holdsCommentEnd(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    line.indices.contains { line[$0...].starts(with: "-->".utf8) }
  }

  /// `- - - -` and the like: a rule across the page, not a list in a list.
  private static func isRule(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let marks = bytes[line].filter { $0 != 32 && $0 != 9 }
    return marks.count >= 3 && marks[0].isOne(of: "-*") && marks.allSatisfy { $0 == marks[0] }
  }

  private static func trimmed(_ line: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = line.upperBound
    while end > line.lowerBound && [10, 13, 32, 9].contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}
