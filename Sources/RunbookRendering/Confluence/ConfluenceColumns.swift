import RunbookModel

/// Column widths from the content of a table, in whole numbers, so that they are the same on every
/// machine.
struct ConfluenceColumns {
  /// The width of a table that Cloud draws: text column, wide, full width.
  enum Layout: String, CaseIterable {
    case normal = "default"
    case wide = "wide"
    case fullWidth = "full-width"

    var pixels: Int {
      switch self {
      case .normal: 760
      case .wide: 960
      case .fullWidth: 1800
      }
    }
  }

  let layout: Layout
  /// One for each column; their sum is the layout's width.
  let pixels: [Int]

  /// A table inside another block cannot be wider than the text.
  init(_ table: Table, isNested: Bool) {
    var least = [Int](repeating: Self.pixels(4), count: table.alignments.count)
    var wanted = least
    for row in [table.header] + table.rows {
      for (column, cell) in row.cells.prefix(least.count).enumerated() {
        let size = Self.size(cell.content.plainText)
        least[column] = max(least[column], Self.pixels(min(size.word, 24)))
        wanted[column] = max(wanted[column], Self.pixels(min(size.line, 60)))
      }
    }
    for column in wanted.indices { wanted[column] = max(wanted[column], least[column]) }
    let need = (least.reduce(0, +) + wanted.reduce(0, +)) / 2
    layout =
      isNested ? .normal : Layout.allCases.first { need <= $0.pixels } ?? .fullWidth
    pixels = Self.distribute(layout.pixels, least: least, wanted: wanted)
  }

  /// Widths in tenths of a percent; their sum is 1000.
  var perMille: [Int] { Self.share(1000, by: pixels) }

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

  private static func size(_ text: String) -> (word: Int, line: Int) {
    var longest = 0
    var word = 0
    var line = 0
    for scalar in text.unicodeScalars {
      // From the CJK radicals on, the scripts in use are drawn two cells wide.
      let width = scalar.value >= 0x2E80 ? 2 : 1
      line += width
      word = scalar == " " ? 0 : word + width
      longest = max(longest, word)
    }
    return (longest, line)
  }
}
