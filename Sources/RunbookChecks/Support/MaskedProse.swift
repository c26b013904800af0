import RunbookModel

/// A run of prose as it stands in the source, with everything blanked that is not plain text: code,
/// raw HTML, links, images, footnote references. What is left are brackets that mean nothing to
/// Markdown, in pairs.
struct MaskedProse {
  /// A closed pair of brackets, as offsets into the file.
  struct Pair {
    let open: Int
    let close: Int
  }

  /// Stands for a byte that is not plain text.
  static let mask: UInt8 = 0

  private let bytes: [UInt8]
  private let base: Int
  /// `[…]` in the order in which they open.
  let pairs: [Pair]

  /// Nil when there is no bracket in it at all.
  init?(_ prose: PageOutline.Entry<[Inline]>, in file: SourceFile) {
    let range = prose.range.clamped(to: 0..<file.bytes.count)
    guard file.bytes[range].contains(UInt8(ascii: "[")) else { return nil }
    var bytes = Array(file.bytes[range])
    Self.cover(prose.value, &bytes, range.lowerBound)
    self.bytes = bytes
    base = range.lowerBound
    pairs = Self.pairs(bytes, base)
  }

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
        cover(content, &bytes, base)
      case .code, .html, .link, .image, .footnoteReference:
        let lower = max(inline.range.lowerBound - base, 0)
        let upper = min(inline.range.upperBound - base, bytes.count)
        if lower < upper { for index in lower..<upper { bytes[index] = mask } }
      }
    }
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

extension UInt8 {
  /// An ASCII letter or digit.
  var isAlphanumeric: Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20)
      || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self)
  }
}
