import RunbookModel

/// The footnotes of a page and of its included texts, numbered in the order in which they are referred to.
struct IncludeFootnotes {
  private let documents: [Document]
  /// The included footnotes that are shown.
  private(set) var kept: [ByteRange] = []

  init(_ documents: [Document]) { self.documents = documents }

  /// More footnotes than a page may have.
  private static let span = 1 << 40

  /// What stands for a footnote of a part until all are numbered.
  static func key(part: Int, index: Int) -> Int { part * span + index }

  /// - Parameter mappings: what changes in the blocks of included parts.
  mutating func numbered(_ blocks: [Block], _ mappings: [Int: DocumentMapping]) -> Document {
    guard documents.dropFirst().contains(where: { !$0.footnotes.isEmpty }) else {
      return Document(blocks: blocks, footnotes: documents[0].footnotes)
    }
    let order = FootnoteOrder()
    let mapping = DocumentMapping(footnote: order.number(of:occurrence:))
    let blocks = mapping.blocks(blocks)
    var notes: [Footnote] = []
    var labels = Set(documents[0].footnotes.map(\.label))
    while notes.count < order.keys.count {
      let (part, index) = order.keys[notes.count].quotientAndRemainder(dividingBy: Self.span)
      let note = documents[part].footnotes[index]
      let own = mappings[part].map { $0.blocks(note.blocks) } ?? note.blocks
      if part > 0 { kept.append(note.range) }
      notes.append(
        Footnote(
          label: part == 0 ? note.label : Self.unique(note.label, &labels),
          blocks: mapping.blocks(own),
          range: note.range, references: 0))
    }
    return Document(
      blocks: blocks,
      footnotes: notes.enumerated().map { number, note in
        Footnote(
          label: note.label, blocks: note.blocks, range: note.range,
          references: order.counts[number])
      })
  }

  private static func unique(_ label: String, _ taken: inout Set<String>) -> String {
    var (name, count) = (label, 1)
    while !taken.insert(name).inserted {
      count += 1
      name = "\(label)-\(count)"
    }
    return name
  }
}

/// Hands out numbers in the order in which references come.
private final class FootnoteOrder {
  private(set) var keys: [Int] = []
  private(set) var counts: [Int] = []
  private var numbers: [Int: Int] = [:]

  func number(of key: Int, occurrence: Int) -> (Int, Int) {
    let number = numbers[key] ?? keys.count
    if number == keys.count {
      numbers[key] = number
      keys.append(key)
      counts.append(0)
    }
    counts[number] += 1
    return (number, counts[number])
  }
}
