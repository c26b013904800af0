import RunbookChecks
import RunbookCommands
import RunbookModel
import RunbookRendering

/// What a page has its reader do, apart from how that is written and laid out.
struct PageProcedure: Sendable {
  typealias Part = StepCards.Card.Part

  /// One thing that is typed or put into a file: a statement of a shell, a line of PowerShell, the
  /// whole of another block.
  struct Act: Sendable {
    enum Kind: Sendable, Equatable {
      case shell, powerShell
      /// With the language of the block.
      case content(String)
    }

    let kind: Kind
    /// The same for all that are run alike, and shown.
    let text: String
    let commands: [CommandWords]
    /// The id of the context; nil when nothing says where it runs.
    let context: String?
    /// What it does, by its commands and by what the block says; nil when that is not known.
    let effect: Effect?
    /// Whether the author says of the block that it destroys something.
    let isDeclaredDestructive: Bool
    /// Indices into `blocks` and `steps`.
    let block: Int
    let step: Int?
    /// Zero-based.
    let line: Int
  }

  struct Block: Sendable {
    let name: String?
    let expected: String?
    let line: Int
  }

  struct Warning: Sendable, Hashable {
    let kind: Alert.Kind
    let text: String
    let line: Int
  }

  struct Step: Sendable {
    /// Without its number.
    let title: String
    let part: Part
    let line: Int
    fileprivate(set) var warnings: [Warning] = []
  }

  /// A row of a quick reference that is written by hand.
  struct Row: Sendable {
    let task: String
    let text: String
    let context: String?
    let line: Int
  }

  let path: PagePath
  let sourcePath: String
  let title: String
  let metadata: RunbookMetadata
  private(set) var acts: [Act] = []
  private(set) var blocks: [Block] = []
  private(set) var steps: [Step] = []
  /// Those that stand outside all steps.
  private(set) var warnings: [Warning] = []
  private(set) var rows: [Row] = []

  init(_ page: CheckedRunbook, _ lines: LineTable) {
    path = page.path
    sourcePath = page.sourcePath
    title = page.metadata.title.value
    metadata = page.metadata
    let ranges = readSteps(page, lines)
    readBlocks(page, lines) { offset in ranges.firstIndex { $0.contains(offset) } }
    readRows(page, lines)
  }

  // MARK: Steps

  /// - Returns: where each step stands.
  private mutating func readSteps(_ page: CheckedRunbook, _ lines: LineTable) -> [ByteRange] {
    let blocks = page.document.blocks
    let cards = StepCards(
      blocks, commands: Set(page.blocks.map(\.range.lowerBound)),
      isRunbook: page.metadata.kind == .runbook)
    var ranges: [ByteRange] = []
    for run in cards.runs {
      guard let first = run.blocks.first, let last = run.blocks.last else { continue }
      let found = Self.warnings(in: blocks[run.blocks], lines)
      guard let card = run.card else {
        warnings += found
        continue
      }
      var title = ""
      if case .heading(let heading) = blocks[first].kind {
        title = heading.content.plainText
        title =
          String(title.utf8.dropFirst(StepCards.numeral(card.number ?? 0, in: title))) ?? title
      }
      ranges.append(blocks[first].range.lowerBound..<blocks[last].range.upperBound)
      steps.append(
        Step(
          title: title, part: card.part, line: lines.line(at: blocks[first].range.lowerBound),
          warnings: found))
    }
    return ranges
  }

  /// What a reader must not overlook.
  private static let grave: Set<Alert.Kind> = [.important, .warning, .caution]

  static func warnings(in blocks: ArraySlice<RunbookModel.Block>, _ lines: LineTable)
    -> [Warning]
  {
    blocks.flatMap { block -> [Warning] in
      switch block.kind {
      case .alert(let alert):
        let own = Warning(
          kind: alert.kind, text: ProseText.of(alert.blocks),
          line: lines.line(at: block.range.lowerBound))
        return (grave.contains(alert.kind) ? [own] : []) + warnings(in: alert.blocks[...], lines)
      case .quote(let inner), .element(_, let inner): return warnings(in: inner[...], lines)
      case .details(let details): return warnings(in: details.blocks[...], lines)
      case .list(let list): return list.items.flatMap { warnings(in: $0.blocks[...], lines) }
      default: return []
      }
    }
  }

  // MARK: Blocks

  private mutating func readBlocks(
    _ page: CheckedRunbook, _ lines: LineTable, step: (Int) -> Int?
  ) {
    let known = Dictionary(
      page.blocks.map { ($0.index, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, entry) in page.outline.codeBlocks.enumerated() {
      let offset = entry.range.lowerBound
      let place = (block: blocks.count, step: step(offset))
      let before = acts.count
      if let block = known[index], !block.isForeign {
        acts += BlockActs.of(block, in: place, lines)
      } else if let act = BlockActs.content(entry.value, in: place, line: lines.line(at: offset)) {
        acts.append(act)
      }
      guard acts.count > before else { continue }
      blocks.append(
        Block(
          name: entry.value.attribute("step")?.value.text,
          expected: entry.value.attribute("expect")?.value.text, line: lines.line(at: offset)))
    }
  }

  // MARK: Quick references

  private mutating func readRows(_ page: CheckedRunbook, _ lines: LineTable) {
    for table in page.tables where !table.declaration.isGenerated {
      guard case .quickReference(let reference) = table.content else { continue }
      rows += reference.rows.map { row in
        let texts = row.commands.map { BlockActs.text($0.script, $0.bound) ?? $0.text }
        return Row(
          task: row.task, text: texts.joined(separator: "; "), context: row.context?.value,
          line: lines.line(at: row.range.lowerBound))
      }
    }
  }
}
