package import RunbookModel
import RunbookParsing

/// Holds a fixed page against the page as it was: a fix may change what it names, and nothing else.
package struct FixProof {
  private let limits: Limits

  package init(limits: Limits) { self.limits = limits }

  /// Whether the page reads the same but for what the edits put in place of something else.
  package func holds(_ edits: [Diagnostic.Fix.Edit], of file: SourceFile) -> Bool {
    let fixed = SourceFile(path: file.path, bytes: file.bytes.applying(edits))
    var grown = 0
    let places = edits.map { edit -> ByteRange in
      let start = edit.bytes.lowerBound + grown
      grown += edit.text.utf8.count - edit.bytes.count
      return start..<start + edit.text.utf8.count
    }
    // Words in place of other words; what puts marks into the text has to read the same.
    let words = edits.indices.filter { index in
      !edits[index].bytes.isEmpty
        && edits[index].text.allSatisfy { $0.isLetter || $0.isNumber || " -./".contains($0) }
    }
    return [[], words].contains { words in
      shape(of: file, edits.map(\.bytes), cutting: words.map { edits[$0].bytes })
        == shape(of: fixed, places, cutting: words.map { places[$0] })
    }
  }

  /// - Parameter words: edits without which plain text is compared.
  private func shape(
    of file: SourceFile, _ edits: [ByteRange], cutting words: [ByteRange]
  ) -> [String] {
    let page = RunbookParser.parse(file, at: PagePath(file.path), limits: limits).0
    var shape = PageShape(edits, cutting: words, of: file)
    shape.visit(page.document.blocks)
    for note in page.document.footnotes {
      shape.parts.append("footnote \(note.label) \(note.references)")
      shape.visit(note.blocks)
    }
    return shape.parts
  }
}

/// The structure and the text of a page, without what the edits have put there.
private struct PageShape {
  var parts: [String] = []
  private let edits: [ByteRange]
  /// Edits without which plain text is compared.
  private let words: [ByteRange]
  private let file: SourceFile

  init(_ edits: [ByteRange], cutting words: [ByteRange], of file: SourceFile) {
    self.edits = edits
    self.words = words
    self.file = file
  }

  mutating func visit(_ blocks: [Block]) {
    parts.append("(")
    for block in blocks { visit(block) }
    parts.append(")")
  }

  private mutating func visit(_ block: Block) {
    switch block.kind {
    case .paragraph(let content): parts.append("text " + text(content))
    // An anchor is what other pages know of a heading.
    case .heading(let heading):
      parts.append("heading \(heading.level) \(heading.id) " + text(heading.content))
    case .code(let code): visit(code, block.range)
    case .html(let text): parts.append("html " + (isEdited(inside: block.range) ? "" : text))
    case .quote(let blocks):
      parts.append("quote")
      visit(blocks)
    case .alert(let alert):
      parts.append("alert \(alert.kind.rawValue)")
      visit(alert.blocks)
    case .details(let details):
      parts.append("details \(details.summary) \(details.isOpen)")
      visit(details.blocks)
    case .list(let list):
      parts.append("list \(list.start ?? -1) \(list.isTight)")
      for item in list.items {
        parts.append("item \(item.isChecked.map(\.description) ?? "")")
        visit(item.blocks)
      }
    case .table(let table):
      parts.append("table \(table.alignments)")
      for row in [table.header] + table.rows {
        parts.append("row \(row.sourceCells.count)")
        for cell in row.cells { parts.append("cell " + text(cell.content)) }
      }
    case .thematicBreak: parts.append("break")
    // Both are made after the parsing.
    case .element(_, let blocks): visit(blocks)
    case .inlines(let content): parts.append("text " + text(content))
    }
  }

  /// The text stays when its label changes, and the label when its text does.
  private mutating func visit(_ code: CodeBlock, _ range: ByteRange) {
    let start = code.lineOffsets.first ?? range.upperBound
    let isTextEdited = edits.contains {
      $0.lowerBound >= start && $0.upperBound <= range.upperBound
    }
    let isLabelEdited = edits.contains {
      $0.lowerBound >= range.lowerBound && $0.upperBound < start
    }
    parts.append("code " + (isLabelEdited ? "" : code.fence?.info.text ?? "none"))
    parts.append(isTextEdited ? "\(code.lineOffsets.count) lines" : code.text)
  }

  private func isEdited(inside range: ByteRange) -> Bool {
    edits.contains { $0.lowerBound > range.lowerBound && $0.upperBound <= range.upperBound }
  }

  /// The source of a piece of plain text without what the edits put there; nil if they put nothing.
  private func cutText(in range: ByteRange) -> String? {
    let inside = words.filter {
      $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound
    }.sorted { $0.lowerBound < $1.lowerBound }
    guard !inside.isEmpty else { return nil }
    var text = ""
    var start = range.lowerBound
    for edit in inside {
      text += file.text(start..<max(start, edit.lowerBound)) + "\0"
      start = edit.upperBound
    }
    return text + file.text(start..<max(start, range.upperBound))
  }

  /// What is text, code or HTML is not told apart: a fix may put something into backticks.
  private func text(_ content: [Inline]) -> String {
    content.reduce(into: "") { result, inline in
      switch inline.kind {
      case .text(let text): result += cutText(in: inline.range) ?? text
      case .html(let text): result += text
      case .code(let text): result += isEdited(inside: inline.range) ? "\0" : text
      case .strong(let content): result += "\u{1}" + text(content) + "\u{2}"
      case .emphasis(let content): result += "\u{3}" + text(content) + "\u{2}"
      case .strikethrough(let content): result += "\u{4}" + text(content) + "\u{2}"
      case .link(let link):
        let destination = isEdited(inside: inline.range) ? "" : link.destination
        result += "\u{5}" + destination + "\u{6}" + text(link.content) + "\u{2}"
      case .image(let image): result += "\u{7}" + image.destination + "\u{2}"
      case .softBreak: result += "\n"
      case .hardBreak: result += "\u{8}"
      case .footnoteReference: result += "\u{E}"
      case .element(_, let content): result += text(content)
      }
    }
  }
}
