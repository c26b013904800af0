package import RunbookModel

/// Shell text and where each of its bytes stands in the page.
///
/// The text of a code block is not one slice of its page: a block in a list or a quote loses its
/// indentation, a transcript its prompts, a table cell the backslash of `\|`. A source is therefore
/// a list of runs, each a stretch of text that is contiguous in the page.
package struct ShellSource: Sendable {
  package let bytes: [UInt8]
  private let runs: [Run]

  private struct Run: Sendable {
    let text: Int
    let page: Int
  }

  /// The text of a fenced or indented block.
  package init(_ block: CodeBlock) {
    self.init(block.text, lineOffsets: block.lineOffsets)
  }

  /// Text of which each line starts at the page offset given for it. Lines beyond the last offset
  /// continue from the line before.
  package init(_ text: String, lineOffsets: [Int]) {
    bytes = Array(text.utf8)
    var runs: [Run] = []
    var start = 0
    for offset in lineOffsets where start <= bytes.count {
      Self.append(Run(text: start, page: offset), to: &runs)
      start = (bytes[start...].firstIndex(of: Byte.newline) ?? bytes.count) + 1
    }
    self.runs = runs
  }

  /// A code span or any other text that stands in the page as it is.
  package init(inline text: String, at offset: Int) {
    bytes = Array(text.utf8)
    runs = [Run(text: 0, page: offset)]
  }

  /// A slice of a table row as it stands in the page, where `\|` means `|` (GFM specification,
  /// "Tables (extension)"; this holds inside code spans too).
  package init(cell text: String, at offset: Int) {
    let source = Array(text.utf8)
    var runs = [Run(text: 0, page: offset)]
    guard source.contains(Byte.backslash) else {
      (bytes, self.runs) = (source, runs)
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(source.count)
    for (index, byte) in source.enumerated() {
      let escapesPipe =
        byte == Byte.backslash && index + 1 < source.count && source[index + 1] == Byte.pipe
      if escapesPipe {
        runs.append(Run(text: bytes.count, page: offset + index + 1))
      } else {
        bytes.append(byte)
      }
    }
    self.bytes = bytes
    self.runs = runs
  }

  /// Some ranges of the text of another source, in ascending order, put together.
  init(_ ranges: [Range<Int>], of source: ShellSource) {
    var bytes: [UInt8] = []
    var runs: [Run] = []
    for range in ranges where !range.isEmpty {
      var index = source.runIndex(range.lowerBound)
      Self.append(Run(text: bytes.count, page: source.pageOffset(range.lowerBound)), to: &runs)
      while index + 1 < source.runs.count && source.runs[index + 1].text < range.upperBound {
        index += 1
        let run = source.runs[index]
        let text = bytes.count + run.text - range.lowerBound
        Self.append(Run(text: text, page: run.page), to: &runs)
      }
      bytes += source.bytes[range]
    }
    if runs.isEmpty {
      runs = [Run(text: 0, page: source.pageOffset(ranges.first?.lowerBound ?? 0))]
    }
    self.bytes = bytes
    self.runs = runs
  }

  /// The same text where all of it stands elsewhere in the page.
  package func moved(by distance: Int) -> ShellSource {
    ShellSource(
      bytes: bytes, runs: runs.map { Run(text: $0.text, page: $0.page + distance) })
  }

  private init(bytes: [UInt8], runs: [Run]) { (self.bytes, self.runs) = (bytes, runs) }

  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The page range of a range of `bytes`. It may cover more bytes than it was given, when the page
  /// holds indentation or a prompt between two lines.
  package func pageRange(_ range: Range<Int>) -> ByteRange {
    let lower = pageOffset(range.lowerBound)
    guard !range.isEmpty else { return lower..<lower }
    return lower..<max(lower, pageOffset(range.upperBound - 1) + 1)
  }

  private func pageOffset(_ offset: Int) -> Int {
    guard let run = runs.isEmpty ? nil : runs[runIndex(offset)] else { return offset }
    return run.page + offset - run.text
  }

  /// The last run that starts at or before an offset.
  private func runIndex(_ offset: Int) -> Int {
    var low = 0
    var high = runs.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if runs[middle].text <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Adds a run unless it only continues the one before.
  private static func append(_ run: Run, to runs: inout [Run]) {
    if let last = runs.last {
      if last.page - last.text == run.page - run.text { return }
      if last.text == run.text { runs.removeLast() }
    }
    runs.append(run)
  }
}

/// The bytes that mean something to a shell.
enum Byte {
  static let tab: UInt8 = 0x09
  static let newline: UInt8 = 0x0A
  static let carriageReturn: UInt8 = 0x0D
  static let space: UInt8 = 0x20
  static let bang = UInt8(ascii: "!")
  static let doubleQuote = UInt8(ascii: "\"")
  static let hash = UInt8(ascii: "#")
  static let dollar = UInt8(ascii: "$")
  static let percent = UInt8(ascii: "%")
  static let ampersand = UInt8(ascii: "&")
  static let singleQuote = UInt8(ascii: "'")
  static let openParen = UInt8(ascii: "(")
  static let closeParen = UInt8(ascii: ")")
  static let plus = UInt8(ascii: "+")
  static let minus = UInt8(ascii: "-")
  static let dot = UInt8(ascii: ".")
  static let slash = UInt8(ascii: "/")
  static let colon = UInt8(ascii: ":")
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let less = UInt8(ascii: "<")
  static let equals = UInt8(ascii: "=")
  static let greater = UInt8(ascii: ">")
  static let at = UInt8(ascii: "@")
  static let openBracket = UInt8(ascii: "[")
  static let backslash = UInt8(ascii: "\\")
  static let closeBracket = UInt8(ascii: "]")
  static let underscore = UInt8(ascii: "_")
  static let backtick = UInt8(ascii: "`")
  static let openBrace = UInt8(ascii: "{")
  static let pipe = UInt8(ascii: "|")
  static let closeBrace = UInt8(ascii: "}")

  static func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// First byte of a variable name.
  static func startsName(_ byte: UInt8) -> Bool { isLetter(byte) || byte == underscore }

  static func continuesName(_ byte: UInt8) -> Bool { startsName(byte) || isDigit(byte) }
}

extension ShellSource: Recorded {
  package func write(to record: inout RecordWriter) {
    record.blob(bytes)
    record.put(runs.map(\.text))
    record.put(runs.map(\.page))
  }

  package init(from record: inout RecordReader) throws(RecordDamage) {
    bytes = try record.blob()
    let (texts, pages) = (try record.take([Int].self), try record.take([Int].self))
    guard texts.first ?? 0 == 0, texts.count == pages.count else { throw RecordDamage() }
    runs = zip(texts, pages).map { Run(text: $0, page: $1) }
  }
}
