import RunbookModel

/// A run of prose as it stands in the source, with everything masked that is not plain text: code,
/// raw HTML, links, images, footnote references. What is left of markup in it means nothing to
/// Markdown: brackets without a link, colons of another tool's directive.
struct MaskedProse: Sendable {
  /// A closed pair of brackets, as offsets into the file.
  struct Pair: Sendable {
    let open: Int
    let close: Int
  }

  /// Stands for a byte that is not plain text.
  static let mask: UInt8 = 0

  private let bytes: [UInt8]
  private let base: Int
  private let present: ASCIISet
  /// `[…]` in the order in which they open.
  let pairs: [Pair]
  /// Index into the outline's sections of the heading it stands under.
  let section: Int?

  /// What the rules over plain text look for.
  private static let wanted = ASCIISet("[{$=!?*`%|#:~<^+")

  /// Nil when no byte of it can be markup of any tool.
  init?(_ prose: PageOutline.Entry<[Inline]>, in file: SourceFile) {
    let range = prose.range.clamped(to: 0..<file.bytes.count)
    guard ASCIISet(of: file.bytes[range]).hasAny(of: Self.wanted) else { return nil }
    var bytes = Array(file.bytes[range])
    Self.cover(prose.value, &bytes, range.lowerBound)
    let present = ASCIISet(of: bytes[...])
    guard present.hasAny(of: Self.wanted) else { return nil }
    self.bytes = bytes
    self.present = present
    base = range.lowerBound
    section = prose.section
    pairs = present.contains(UInt8(ascii: "[")) ? Self.pairs(bytes, base) : []
  }

  var range: ByteRange { base..<base + bytes.count }

  /// Whether any of these ASCII characters is left in the plain text.
  func holds(_ characters: ASCIISet) -> Bool { present.hasAny(of: characters) }

  /// Offsets at which this text stands, unless a backslash makes it literal.
  func offsets(of text: StaticString) -> [Int] {
    let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    guard let first = wanted.first, present.contains(first) else { return [] }
    var found: [Int] = []
    var index = 0
    while index + wanted.count <= bytes.count {
      guard bytes[index] == first, bytes[index..<index + wanted.count].elementsEqual(wanted) else {
        index += 1
        continue
      }
      if !isEscaped(base + index) { found.append(base + index) }
      index += wanted.count
    }
    return found
  }

  /// Whether an odd number of backslashes stands before an offset.
  func isEscaped(_ offset: Int) -> Bool {
    var count = 0
    while self[offset - 1 - count] == UInt8(ascii: "\\") { count += 1 }
    return count % 2 == 1
  }

  /// Where the text of each of its lines begins, after indentation and the marks of quotes.
  var lineStarts: [Int] {
    var starts: [Int] = []
    var isAtStart = true
    for (index, byte) in bytes.enumerated() {
      if byte == 10 || byte == 13 {
        isAtStart = true
      } else if isAtStart, byte != 32, byte != 9, starts.isEmpty || byte != UInt8(ascii: ">") {
        starts.append(base + index)
        isAtStart = false
      }
    }
    return starts
  }

  /// From an offset to the end of its line.
  func line(from offset: Int) -> ByteRange {
    let start = max(offset - base, 0)
    let end = bytes[start...].firstIndex { $0 == 10 || $0 == 13 } ?? bytes.count
    return offset..<base + end
  }

  /// What may be a tag of another tool: the text from an offset to the end of its line, as far as tags go.
  /// A line may be a megabyte of opening braces, and each of them is asked.
  func tag(from offset: Int) -> String {
    let start = max(offset - base, 0)
    let reach = bytes[start..<min(start + Self.longestTag, bytes.count)]
    return String(decoding: reach.prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
  }

  private static let longestTag = 400

  /// The byte at an offset of the file; nil outside the prose.
  subscript(offset: Int) -> UInt8? {
    bytes.indices.contains(offset - base) ? bytes[offset - base] : nil
  }

  func text(_ range: ByteRange) -> String {
    let inner = (range.lowerBound - base..<range.upperBound - base).clamped(to: 0..<bytes.count)
    return String(decoding: bytes[inner], as: UTF8.self)
  }

  /// Whether a word ends just before an offset, as in `list[0]`.
  func followsWord(_ offset: Int) -> Bool {
    guard let byte = self[offset - 1] else { return false }
    return byte >= 0x80 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "]")
      || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "$") || byte.isAlphanumeric
  }

  private static func cover(_ inlines: [Inline], _ bytes: inout [UInt8], _ base: Int) {
    for inline in inlines {
      switch inline.kind {
      case .text, .softBreak, .hardBreak: break
      case .emphasis(let content), .strong(let content), .strikethrough(let content):
        // The marks that Markdown has understood.
        guard let first = content.first, let last = content.last else { break }
        hide(inline.range.lowerBound, first.range.lowerBound, &bytes, base)
        hide(last.range.upperBound, inline.range.upperBound, &bytes, base)
        cover(content, &bytes, base)
      case .code:
        let padding = padding(of: inline.range, bytes, base)
        hide(
          inline.range.lowerBound - padding, inline.range.upperBound + padding, &bytes, base)
      case .html, .link, .image, .footnoteReference, .element:
        hide(inline.range.lowerBound, inline.range.upperBound, &bytes, base)
      }
    }
  }

  /// How many characters between the backticks and the code on each side are no part of it: one, or none.
  private static func padding(of code: ByteRange, _ bytes: [UInt8], _ base: Int) -> Int {
    func byte(_ offset: Int) -> UInt8? {
      bytes.indices.contains(offset - base) ? bytes[offset - base] : nil
    }
    let tick = UInt8(ascii: "`")
    let isPadded =
      byte(code.lowerBound - 2) == tick && byte(code.lowerBound - 1).map { $0 <= 32 } == true
      && byte(code.upperBound).map { $0 <= 32 } == true && byte(code.upperBound + 1) == tick
    return isPadded ? 1 : 0
  }

  private static func hide(_ lower: Int, _ upper: Int, _ bytes: inout [UInt8], _ base: Int) {
    let range = max(lower - base, 0)..<max(min(upper - base, bytes.count), max(lower - base, 0))
    for index in range { bytes[index] = mask }
  }

  private static func pairs(_ bytes: [UInt8], _ base: Int) -> [Pair] {
    var open: [Int] = []
    var pairs: [Pair] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "["): open.append(index)
      case UInt8(ascii: "]"):
        if let start = open.popLast() {
          pairs.append(Pair(open: base + start, close: base + index))
        }
      default: break
      }
      index += 1
    }
    return pairs.sorted { $0.open < $1.open }
  }
}

/// A set of ASCII characters as bits.
struct ASCIISet: Sendable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ characters: StaticString) {
    self.init(
      of: UnsafeBufferPointer(
        start: characters.utf8Start, count: characters.utf8CodeUnitCount))
  }

  /// The ASCII characters among these bytes.
  init(of bytes: some Sequence<UInt8>) {
    for byte in bytes where byte < 0x80 {
      if byte < 64 { low |= 1 << UInt64(byte) } else { high |= 1 << UInt64(byte - 64) }
    }
  }

  func contains(_ byte: UInt8) -> Bool {
    byte < 64 ? low >> UInt64(byte) & 1 == 1 : byte < 128 && high >> UInt64(byte - 64) & 1 == 1
  }

  func hasAny(of other: ASCIISet) -> Bool { low & other.low != 0 || high & other.high != 0 }
}

extension UInt8 {
  /// An ASCII letter or digit.
  var isAlphanumeric: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
