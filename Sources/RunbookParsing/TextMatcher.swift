/// Finds out how much source text makes a literal: escapes and entities take more room in the source.
struct TextMatcher {
  enum Mode {
    /// Backslash escapes and entities mean what they stand for.
    case text
    /// Only entities do, as inside `<https://…>`.
    case angleAutolink
    /// Nothing does, as in an address without brackets.
    case raw
  }

  /// Entities that were met, and what cmark makes of them; nil for what is none.
  private var entities: [[UInt8]: [UInt8]?] = [:]

  /// The end of the literal in the source, or nil when it does not stand there.
  mutating func end(of literal: [UInt8], in source: InlineSource, from start: Int, _ mode: Mode)
    -> Int?
  {
    var index = start
    var matched = 0
    while matched < literal.count {
      guard let byte = source.byte(index) else { return nil }
      if mode == .text, source.isEscape(at: index), source.byte(index + 1) == literal[matched] {
        index += 2
        matched += 1
      } else if mode != .raw, byte == UInt8(ascii: "&"),
        let (text, length) = entity(in: source, at: index),
        literal[matched...].starts(with: text)
      {
        index += length
        matched += text.count
      } else if byte == literal[matched] {
        index += 1
        matched += 1
      } else {
        return nil
      }
    }
    return index
  }

  /// The text of the entity that starts here and its length in the source.
  private mutating func entity(in source: InlineSource, at start: Int) -> ([UInt8], Int)? {
    var index = start + 1
    while let byte = source.byte(index), Self.isNameByte(byte), index - start <= 32 { index += 1 }
    guard source.byte(index) == UInt8(ascii: ";"), index > start + 1 else { return nil }
    let spelling = Array(source.bytes[start...index])
    let text: [UInt8]?
    if let known = entities[spelling] {
      text = known
    } else {
      text = CMarkTree.entityText(spelling)
      entities[spelling] = .some(text)
    }
    return text.map { ($0, spelling.count) }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "#"): true
    default: false
    }
  }
}
