import RunbookModel

/// Column widths from the content of a table, in whole numbers, so that they are the same on every
/// machine.
package struct ConfluenceColumns: Sendable {
  /// The width of a table that Cloud draws: text column, wide, full width.
  package enum Layout: String, Sendable, CaseIterable {
    case normal = "default"
    case wide = "wide"
    case fullWidth = "full-width"

    package var pixels: Int {
      switch self {
      case .normal: 760
      case .wide: 960
      case .fullWidth: 1800
      }
    }
  }

  package let layout: Layout
  /// One for each column; their sum is the layout's width.
  package let pixels: [Int]

  /// A table inside another block cannot be wider than the text.
  ///
  /// - Parameter first: The first column that counts.
  init(_ table: Table, from first: Int = 0, isNested: Bool) {
    let count = table.alignments.count - first
    let rows = (table.hasHeader ? [table.header] : []) + table.rows
    self.init(
      count,
      of: rows.lazy.flatMap { $0.cells.dropFirst(first).prefix(count).enumerated() }
        .map { ($0.offset, $0.element.content) }, isNested: isNested)
  }

  /// - Parameter cells: the content of the cells that take one column, with that column.
  init(
    _ count: Int, of cells: some Sequence<(Int, [Inline])>, isNested: Bool
  ) {
    var least = [Int](repeating: Self.pixels(4), count: count)
    var wanted = least
    for (column, content) in cells {
      var size = TextSize()
      size.add(content)
      least[column] = max(least[column], Self.pixels(min(size.longestWord, 24)))
      wanted[column] = max(wanted[column], Self.pixels(min(size.line, 60)))
    }
    for column in wanted.indices { wanted[column] = max(wanted[column], least[column]) }
    let need = (least.reduce(0, +) + wanted.reduce(0, +)) / 2
    layout =
      isNested ? .normal : Layout.allCases.first { need <= $0.pixels } ?? .fullWidth
    pixels = Self.distribute(layout.pixels, least: least, wanted: wanted)
  }

  /// Widths in tenths of a percent; their sum is 1000.
  package var perMille: [Int] { Self.share(1000, by: pixels) }

  /// Every column gets its least width, the rest goes where text would have to wrap.
  private static func distribute(_ total: Int, least: [Int], wanted: [Int]) -> [Int] {
    let rest = total - least.reduce(0, +)
    guard rest > 0 else { return share(total, by: least) }
    var weights = zip(wanted, least).map { $0 - $1 }
    if weights.allSatisfy({ $0 == 0 }) { weights = least }
    return zip(least, share(rest, by: weights)).map { $0 + $1 }
  }

  /// Splits `total` in proportion to the weights; rounding is carried on, so nothing is lost.
  private static func share(_ total: Int, by weights: [Int]) -> [Int] {
    let sum = max(1, weights.reduce(0, +))
    var seen = 0
    var given = 0
    return weights.map { weight in
      seen += weight
      let end = total * seen / sum
      defer { given = end }
      return end - given
    }
  }

  /// A character is taken as 8 pixels wide, and a cell has 10 pixels of padding on each side.
  private static func pixels(_ characters: Int) -> Int { characters * 8 + 20 }
}

/// How wide a run of inline content is in cells of a terminal, and its longest word.
private struct TextSize {
  private(set) var line = 0
  private(set) var longestWord = 0
  private var word = 0

  mutating func add(_ content: [Inline]) {
    for inline in content {
      switch inline.kind {
      case .text(let text), .code(let text): add(text)
      case .softBreak, .hardBreak: add(" ")
      case .html, .footnoteReference: break
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, let content):
        add(content)
      case .link(let link), .image(let link): add(link.content)
      }
    }
  }

  private mutating func add(_ text: String) {
    var lead: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20:
        line += 1
        word = 0
      case 0x80..<0xC0:
        // From the CJK radicals (U+2E80, in UTF-8 E2 BA 80) on, the scripts in use are drawn two
        // cells wide.
        if lead == 0xE2, byte >= 0xBA { widen() }
      default:
        widen()
        if byte > 0xE2 { widen() }
      }
      lead = byte
      longestWord = max(longestWord, word)
    }
  }

  private mutating func widen() {
    line += 1
    word += 1
  }
}
