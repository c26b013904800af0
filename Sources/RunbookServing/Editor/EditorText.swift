import RunbookModel

/// How characters of a line are counted (LSP 3.17, "PositionEncodingKind").
package enum PositionEncoding: String, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  case utf32 = "utf-32"

  var unit: TextUnit {
    switch self {
    case .utf8: .byte
    case .utf16: .utf16
    case .utf32: .scalar
    }
  }
}

/// Both count from 0.
package struct EditorPosition: Sendable, Hashable {
  package let line: Int
  package let character: Int

  package init(line: Int, character: Int) {
    (self.line, self.character) = (line, character)
  }

  init?(_ node: JSONNode?) {
    guard let line = node?["line"]?.integer, let character = node?["character"]?.integer,
      line >= 0, character >= 0
    else { return nil }
    self.init(line: line, character: character)
  }
}

/// A text with its lines, to go from places of an editor to bytes and back.
package struct EditorText: Sendable {
  package let bytes: [UInt8]
  private let lines: LineTable
  private let encoding: PositionEncoding
  private let marks: ColumnMarks

  package init(_ bytes: [UInt8], _ encoding: PositionEncoding) {
    self.init(bytes, LineTable(bytes), encoding)
  }

  init(_ file: SourceFile, _ encoding: PositionEncoding) {
    self.init(file.bytes, file.lines, encoding)
  }

  private init(_ bytes: [UInt8], _ lines: LineTable, _ encoding: PositionEncoding) {
    (self.bytes, self.lines, self.encoding) = (bytes, lines, encoding)
    marks = ColumnMarks(bytes, in: encoding.unit)
  }

  /// An editor counts a byte order mark as a character of the first line.
  private func start(ofLine line: Int) -> Int { line == 0 ? 0 : lines.starts[line] }

  /// The offset of a place; a place beyond the end of a line is the end of the line, without its line end.
  package func offset(of position: EditorPosition) -> Int {
    guard position.line < lines.count else { return bytes.count }
    var offset = start(ofLine: position.line)
    let end = max(offset, lines.contentRange(ofLine: position.line, in: bytes).upperBound)
    var left = position.character
    while offset < end, left > 0 {
      left -= encoding.unit.width(bytes[offset])
      offset += 1
      while offset < end, bytes[offset] & 0xC0 == 0x80, encoding != .utf8 { offset += 1 }
    }
    // Never inside a character.
    while offset < end, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    return offset
  }

  package func position(of offset: Int) -> EditorPosition {
    let offset = min(max(offset, 0), bytes.count)
    let line = lines.line(at: offset)
    let start = min(start(ofLine: line), offset)
    let character =
      marks.width(before: offset, of: bytes) - marks.width(before: start, of: bytes)
    return EditorPosition(line: line, character: character)
  }

  func range(_ node: JSONNode?) -> ByteRange? {
    guard let start = EditorPosition(node?["start"]), let end = EditorPosition(node?["end"]) else {
      return nil
    }
    let (first, last) = (offset(of: start), offset(of: end))
    return min(first, last)..<max(first, last)
  }

  /// The line of an offset, as bytes, without its line end.
  func line(at offset: Int) -> ByteRange {
    lines.contentRange(ofLine: lines.line(at: min(offset, bytes.count)), in: bytes)
  }

  var end: EditorPosition { position(of: bytes.count) }

  func string(_ range: ByteRange) -> String {
    String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
  }
}

extension JSONWriter {
  mutating func position(_ position: EditorPosition) {
    object { json in
      json.member("line") { $0.number(position.line) }
      json.member("character") { $0.number(position.character) }
    }
  }

  mutating func range(_ bytes: ByteRange, in text: EditorText) {
    object { json in
      json.member("start") { $0.position(text.position(of: bytes.lowerBound)) }
      json.member("end") { $0.position(text.position(of: bytes.upperBound)) }
    }
  }
}
