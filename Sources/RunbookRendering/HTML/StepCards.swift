import RunbookChecks
package import RunbookModel

/// The steps of a page, as cards: a heading and what stands under it. Those of the procedure are
/// numbered; they are what a reader ticks off.
package struct StepCards: Sendable {
  package struct Card: Sendable {
    package enum Part: String, Sendable {
      case procedure, rollback, other
    }

    package let part: Part
    /// From 1, of the procedure and what verifies it; nil for others.
    package fileprivate(set) var number: Int?
  }

  /// Blocks of the page that follow each other, inside a card or between two.
  package struct Run: Sendable {
    package let card: Card?
    package let blocks: Range<Int>
  }

  package let runs: [Run]
  package var hasProcedure: Bool { runs.contains { $0.card?.part == .procedure } }
  package var isEmpty: Bool { runs.allSatisfy { $0.card == nil } }

  /// - Parameters:
  ///   - blocks: of the page, without those inside others.
  ///   - commands: the source offsets of blocks of commands.
  ///   - isRunbook: whether somebody follows the page from its start to its end.
  package init(_ blocks: [Block], commands: Set<Int>, isRunbook: Bool) {
    var outline = StepOutline(blocks, commands, isRunbook: isRunbook)
    outline.divide()
    var number = 0
    var runs: [Run] = []
    var end = 0
    for part in outline.parts {
      if part.blocks.lowerBound > end {
        runs.append(Run(card: nil, blocks: end..<part.blocks.lowerBound))
      }
      end = part.blocks.upperBound
      var card = Card(part: part.kind)
      if part.kind == .procedure {
        number += 1
        card.number = number
      }
      // Raw HTML may open or close what an element of ours must not cross.
      let isWhole = !blocks[part.blocks].contains {
        if case .html = $0.kind { true } else { false }
      }
      runs.append(Run(card: isWhole ? card : nil, blocks: part.blocks))
    }
    if end < blocks.count { runs.append(Run(card: nil, blocks: end..<blocks.count)) }
    self.runs = runs
  }

  /// How many bytes of a heading's first text say its number, as in "Step 3: Drain" or "3. Drain"; 0
  /// where it says none, or another.
  package static func numeral(_ number: Int, in text: String) -> Int {
    guard let found = Numeral(text), found.value == number else { return 0 }
    return found.end
  }
}

/// A number at the start of a heading, after one word at most.
private struct Numeral {
  let value: Int
  /// Where the words after it begin.
  let end: Int

  init?(_ text: String) {
    let bytes = Array(text.utf8)
    var index = 0
    let isDigit = { (index: Int) in index < bytes.count && (0x30...0x39).contains(bytes[index]) }
    if !isDigit(0) {
      while index < bytes.count, bytes[index] != 0x20, !isDigit(index) { index += 1 }
      guard index < bytes.count, bytes[index] == 0x20 else { return nil }
      index += 1
    }
    let start = index
    while isDigit(index) { index += 1 }
    guard (1...3).contains(index - start),
      let value = Int(String(decoding: bytes[start..<index], as: UTF8.self))
    else { return nil }
    let marks = index
    while index < bytes.count, bytes[index].isOne(of: ":.)-") { index += 1 }
    // "Step 3 of 4" and "3 nodes" are words, "3.2" is another number.
    guard index > marks, index < bytes.count, bytes[index] == 0x20 else { return nil }
    self.value = value
    end = index + 1
  }
}

/// The headings of a page, and which of them begin a step.
private struct StepOutline {
  struct Part {
    let kind: StepCards.Card.Part
    let blocks: Range<Int>
  }

  private struct Section {
    let index: Int
    let level: Int
    let text: String
    let role: SectionRole?
    let parent: Int?
    /// Where the next heading stands, and where one of this level or above does.
    var ownEnd: Int
    var end: Int
  }

  private(set) var parts: [Part] = []
  private let blocks: [Block]
  private let commands: Set<Int>
  private let isRunbook: Bool
  private var sections: [Section] = []

  init(_ blocks: [Block], _ commands: Set<Int>, isRunbook: Bool) {
    self.blocks = blocks
    self.commands = commands
    self.isRunbook = isRunbook
    for (index, block) in blocks.enumerated() {
      guard case .heading(let heading) = block.kind else { continue }
      var parent = sections.indices.last
      while let candidate = parent, sections[candidate].level >= heading.level {
        sections[candidate].end = min(sections[candidate].end, index)
        parent = sections[candidate].parent
      }
      if let last = sections.indices.last { sections[last].ownEnd = index }
      let text = heading.content.plainText
      sections.append(
        Section(
          index: index, level: heading.level, text: text, role: SectionRole(heading: text),
          parent: parent, ownEnd: blocks.count, end: blocks.count))
    }
  }

  mutating func divide() {
    guard !commands.isEmpty else { return }
    var kinds: [Int: StepCards.Card.Part] = [:]
    let numbered = isRunbook ? numberedSteps() : []
    var isBegun = false
    for (place, section) in sections.enumerated() where !isInside(kinds, place) {
      let kind: StepCards.Card.Part? =
        switch section.role {
        case .rollback: .rollback
        case .procedure: isRunbook ? .procedure : nil
        case .verification: isRunbook && isBegun ? .procedure : nil
        case nil: numbered.contains(place) ? .procedure : nil
        }
      guard let kind else { continue }
      isBegun = isBegun || kind == .procedure
      kinds[place] = kind
    }
    for (place, section) in sections.enumerated() {
      if let kind = kinds[place] {
        add(place, section, kind)
      } else if !isInside(kinds, place), holdsCommands(section.index..<section.ownEnd) {
        parts.append(Part(kind: .other, blocks: section.index..<section.ownEnd))
      }
    }
  }

  /// A section with steps below it has cards of these, and one of what stands before them.
  private mutating func add(_ place: Int, _ section: Section, _ kind: StepCards.Card.Part) {
    guard section.role != nil else {
      parts.append(Part(kind: kind, blocks: section.index..<section.end))
      return
    }
    let children = sections.indices.filter { sections[$0].parent == place }
    if children.isEmpty || holdsCommands(section.index..<section.ownEnd) {
      parts.append(Part(kind: kind, blocks: section.index..<section.ownEnd))
    }
    for child in children {
      parts.append(Part(kind: kind, blocks: sections[child].index..<sections[child].end))
    }
  }

  private func isInside(_ kinds: [Int: StepCards.Card.Part], _ place: Int) -> Bool {
    var parent = sections[place].parent
    while let candidate = parent {
      if kinds[candidate] != nil { return true }
      parent = sections[candidate].parent
    }
    return false
  }

  /// Headings with numbers that stand side by side, where no section is called a procedure.
  private func numberedSteps() -> Set<Int> {
    guard !sections.contains(where: { $0.role == .procedure }) else { return [] }
    let groups = Dictionary(
      grouping: sections.indices.filter { Numeral(sections[$0].text) != nil },
      by: { [sections[$0].parent ?? -1, sections[$0].level] })
    let first = groups.values.filter { $0.count > 1 }.min { $0[0] < $1[0] }
    return Set(first ?? [])
  }

  private func holdsCommands(_ range: Range<Int>) -> Bool {
    blocks[range].contains { block in commands.contains { block.range.contains($0) } }
  }
}
