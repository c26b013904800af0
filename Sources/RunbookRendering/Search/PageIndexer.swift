package import RunbookChecks
import RunbookCommands
import RunbookModel

/// Reads a page once and writes down what the search index needs of it.
package struct PageIndexer {
  private var tokenizer = SearchTokenizer()
  private var sink = SectionSink()
  private var excerpts: ExcerptWriter
  private var isInTable = false
  /// The heading that repeats the title has no anchor of its own in the output.
  private let omittedHeading: Int?
  /// What code blocks do, by where they start, and those of them that hold commands.
  private let effects: [Int: Effect]
  private let commands: [Int: CommandBlock]
  /// What the page includes is found where it is written, once.
  private let origins: TextOrigins?

  /// - Parameter section: the title of the folder that the page is in.
  /// - Returns: what a hit shows, as the JavaScript that goes into a shard, and the note.
  package static func read(_ page: CheckedRunbook, in section: String = "") -> (
    shown: [UInt8], note: SearchNote
  ) {
    var indexer = PageIndexer(page, section)
    indexer.read(page)
    return indexer.result()
  }

  private init(_ page: CheckedRunbook, _ section: String) {
    excerpts = ExcerptWriter(
      page.metadata, at: page.path, in: section, sectionCount: page.outline.sections.count + 1)
    omittedHeading = PageBody.repeatedTitle(page)
    effects = page.effects
    origins = page.origins
    commands = Dictionary(
      page.blocks.map { ($0.range.lowerBound, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func read(_ page: CheckedRunbook) {
    let metadata = page.metadata
    read(metadata.title.value, .title)
    if let summary = metadata.summary {
      read(summary, .text)
      excerpts.addProse(summary)
    }
    for name in metadata.tags + metadata.aliases.map(\.value) + metadata.alerts {
      read(name, .heading)
    }
    if let owner = metadata.owner?.value.team { read(owner, .text) }
    read(page.content.blocks)
    for footnote in page.content.footnotes { read(footnote.blocks) }
  }

  private func result() -> (shown: [UInt8], note: SearchNote) {
    var shown: [UInt8] = []
    var excerpts = excerpts
    excerpts.finish(&shown)
    return (shown, sink.table.note())
  }

  // MARK: Blocks

  private mutating func read(_ blocks: [Block]) {
    for block in blocks { read(block) }
  }

  private mutating func read(_ block: Block) {
    let isContainer = if case .list = block.kind { true } else { false }
    if !isContainer, let origins, origins.part(at: block.range.lowerBound) != 0 { return }
    switch block.kind {
    case .paragraph(let inlines): readProse(inlines)
    case .heading(let heading): open(heading, at: block.range.lowerBound)
    case .code(let code): read(code, at: block.range.lowerBound)
    case .html, .thematicBreak: break
    case .quote(let blocks): read(blocks)
    case .alert(let alert): read(alert.blocks)
    case .details(let details):
      read(details.summary, .text)
      read(details.blocks)
    case .list(let list): for item in list.items { read(item.blocks) }
    case .element(_, let blocks): read(blocks)
    case .inlines(let inlines): readProse(inlines)
    case .table(let table):
      isInTable = true
      for cell in table.header.cells { readProse(cell.content) }
      for row in table.rows { for cell in row.cells { readProse(cell.content) } }
      isInTable = false
    }
  }

  private mutating func open(_ heading: Heading, at offset: Int) {
    guard offset != omittedHeading else { return }
    sink.section += 1
    excerpts.open(heading)
    read(heading.content, .heading)
  }

  private mutating func read(_ code: CodeBlock, at offset: Int) {
    sink.isCode = true
    // What a program printed is code to the eye, and counts as text.
    let isOutput = ["text", "output", "txt"].contains(code.language)
    read(code.text, isOutput ? .text : .code)
    sink.isCode = false
    excerpts.addCode(code.text, effects: lineEffects(code, at: offset))
  }

  /// What the commands of each line do where that is more than to read, by the line's number. What the
  /// block as a whole does is said of all lines where no command says it.
  private func lineEffects(_ code: CodeBlock, at offset: Int) -> [Int: Effect] {
    guard let whole = effects[offset], whole > .read else { return [:] }
    var known: [Int: Effect] = [:]
    for command in commands[offset]?.commands ?? [] {
      guard let effect = command.effect, effect > .read,
        let line = code.lineOffsets.lastIndex(where: { $0 <= command.range.lowerBound })
      else { continue }
      known[line] = max(known[line] ?? effect, effect)
    }
    guard known.values.max() != whole else { return known }
    return Dictionary(uniqueKeysWithValues: code.lineOffsets.indices.map { ($0, whole) })
  }

  // MARK: Inlines

  private mutating func readProse(_ inlines: [Inline]) {
    read(inlines, .text)
    excerpts.endParagraph()
  }

  private mutating func read(_ inlines: [Inline], _ field: SearchNote.Field) {
    for inline in inlines { read(inline, field) }
  }

  private mutating func read(_ inline: Inline, _ field: SearchNote.Field) {
    switch inline.kind {
    case .text(let text):
      read(text, field)
      if field == .text { excerpts.addProse(text) }
    case .code(let text):
      sink.isCode = true
      // A command in a table is one to run; in a sentence it is spoken of.
      read(text, isInTable ? max(field, .code) : field)
      sink.isCode = false
      if field == .text { excerpts.addProse(text) }
    case .softBreak, .hardBreak: if field == .text { excerpts.endParagraph() }
    case .html, .footnoteReference: break
    case .element(let element, let content):
      read(content, field)
      if field == .text, element.isFlow || element.isVoid { excerpts.endParagraph() }
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      read(content, field)
    case .link(let link), .image(let link): read(link.content, field)
    }
  }

  private mutating func read(_ text: String, _ field: SearchNote.Field) {
    sink.field = field
    var text = text
    text.withUTF8 { tokenizer.read($0, into: &sink) }
  }
}

/// Puts terms into the table of the page under the section and field that are being read.
private struct SectionSink: TermSink {
  var table = TermTable()
  var section = 0
  var field = SearchNote.Field.text
  var isCode = false

  mutating func add(_ kind: SearchTokenizer.Kind, _ range: Range<Int>, of chunk: [UInt8]) {
    // In running text a compound is found by its words and a word as a whole; commands and headings are
    // asked for whole and by their parts, and names by their ends.
    if kind != .word && !isCode && field == .text { return }
    if kind == .tail && field < .heading { return }
    chunk.withUnsafeBufferPointer { chunk in
      let term = UnsafeBufferPointer(rebasing: chunk[range])
      if field == .text && !isCode && StopWords.table.contains(term) { return }
      table.add(term, section, field)
    }
  }
}

extension SearchNote.Field: Comparable {
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
