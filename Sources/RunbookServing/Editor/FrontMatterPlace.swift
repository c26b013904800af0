import RunbookChecks
import RunbookModel

/// Where in the front matter of a page an offset stands, read by indentation, as what is being typed is seldom
/// whole YAML.
struct FrontMatterPlace {
  /// The keys of the mappings around it, from the outside to the inside.
  let path: [String]
  /// The key of its line; nil where none is written yet.
  let key: String?
  let keyRange: ByteRange?
  /// Whether it stands behind the colon of its line.
  let isValue: Bool
  /// What is typed so far of the key or the value.
  let typed: ByteRange
  /// The keys that the mapping around it has already.
  let siblings: Set<String>

  private struct Line {
    let indent: Int
    let key: String?
    let keyRange: ByteRange
    /// Where its text begins, behind spaces and the dash of a list.
    let start: Int
    let range: ByteRange
    let isItem: Bool
  }

  /// Nil outside the front matter.
  init?(at offset: Int, on page: EditorPage) {
    guard let front = page.draft.page.frontMatterRange, front.contains(offset) else { return nil }
    let own = page.text.line(at: offset)
    guard own.lowerBound > front.lowerBound, own.upperBound < front.upperBound - 3 else {
      return nil
    }
    let lines = Self.lines(from: front.lowerBound, to: front.upperBound, page.text)
    guard let index = lines.firstIndex(where: { $0.range.lowerBound == own.lowerBound }) else {
      return nil
    }
    let line = lines[index]
    // On a line of its own the cursor says how deep the key will stand.
    let indent =
      line.key == nil && line.start >= own.upperBound ? offset - own.lowerBound : line.indent
    (path, siblings) = Self.surroundings(of: index, indent, lines)
    key = line.key
    keyRange = line.key == nil ? nil : line.keyRange
    isValue = line.key != nil && offset > line.keyRange.upperBound
    var start = offset
    let first = isValue ? line.keyRange.upperBound + 1 : line.start
    while start > first, !Self.ends(page.text.bytes[start - 1]) { start -= 1 }
    typed = min(start, offset)..<offset
  }

  /// Whether a byte stands between values.
  private static func ends(_ byte: UInt8) -> Bool {
    [0x20, 0x09].contains(byte) || byte.isOne(of: "[],\"'{")
  }

  private static func surroundings(
    of index: Int, _ indent: Int, _ lines: [Line]
  ) -> (path: [String], siblings: Set<String>) {
    var open: [(indent: Int, key: String)] = []
    for line in lines[..<index] {
      guard let key = line.key else { continue }
      while let last = open.last, last.indent >= line.indent { open.removeLast() }
      open.append((line.indent, key))
    }
    while let last = open.last, last.indent >= indent { open.removeLast() }
    var siblings: Set<String> = []
    // An item of a list begins a mapping of its own.
    if !lines[index].isItem {
      for line in lines[..<index].reversed() {
        guard let key = line.key else { continue }
        if line.indent < indent { break }
        guard line.indent == indent else { continue }
        siblings.insert(key)
        if line.isItem { break }
      }
    }
    for line in lines[(index + 1)...] {
      guard let key = line.key else { continue }
      if line.indent < indent || line.isItem && line.indent == indent { break }
      if line.indent == indent { siblings.insert(key) }
    }
    return (open.map(\.key), siblings)
  }

  private static func lines(from start: Int, to end: Int, _ text: EditorText) -> [Line] {
    var lines: [Line] = []
    var offset = start
    while offset < end {
      let range = text.line(at: offset)
      lines.append(line(range, text))
      offset = range.upperBound + 1
      if offset < end, text.bytes[offset - 1] == 0x0D, text.bytes[offset] == 0x0A { offset += 1 }
    }
    return lines
  }

  private static func line(_ range: ByteRange, _ text: EditorText) -> Line {
    var start = range.lowerBound
    var isItem = false
    while start < range.upperBound {
      let byte = text.bytes[start]
      if byte == UInt8(ascii: "-"), start + 1 < range.upperBound, text.bytes[start + 1] == 0x20 {
        isItem = true
      } else if byte != 0x20 {
        break
      }
      start += 1
    }
    let bytes = text.bytes[start..<range.upperBound]
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    let isKey = colon.map { $0 + 1 == range.upperBound || text.bytes[$0 + 1] == 0x20 } ?? false
    let key = isKey ? colon.map { text.string(start..<$0) } : nil
    let isComment = bytes.first == UInt8(ascii: "#")
    return Line(
      indent: start - range.lowerBound, key: isComment ? nil : key,
      keyRange: start..<(key == nil ? start : colon ?? start), start: start, range: range,
      isItem: isItem)
  }
}
