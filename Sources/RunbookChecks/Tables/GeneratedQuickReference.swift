import RunbookCommands
import RunbookModel

/// Quick references that are made from the steps, so that they cannot drift: a table declaration with
/// `generate: true` gets a row for each block with `quickref="task"`, in the order of the page.
enum GeneratedQuickReference {
  /// The page with its generated tables, at the end of the sections that the declarations name.
  static func insert(
    into page: ParsedRunbook, _ metadata: RunbookMetadata, _ blocks: [CommandBlock],
    _ diagnostics: inout [Diagnostic]
  ) -> ParsedRunbook {
    var document = page.document.blocks
    for declaration in metadata.tables where declaration.isGenerated {
      guard let place = place(of: declaration, in: document, page, &diagnostics) else { continue }
      let table = table(declaration, blocks, page.file)
      let anchor = document[place - 1].range.upperBound
      document.insert(Block(.table(table), range: anchor..<anchor), at: place)
    }
    guard document.count > page.document.blocks.count else { return page }
    return ParsedRunbook(
      path: page.path, file: page.file, frontMatterRange: page.frontMatterRange,
      document: Document(blocks: document, footnotes: page.document.footnotes))
  }

  /// The index behind the last block of the section, before the next heading.
  private static func place(
    of declaration: TableDeclaration, in blocks: [Block], _ page: ParsedRunbook,
    _ diagnostics: inout [Diagnostic]
  ) -> Int? {
    let heading = blocks.firstIndex {
      if case .heading(let heading) = $0.kind {
        heading.id == declaration.under.value
      } else {
        false
      }
    }
    // A heading that does not exist is reported when the table is looked for.
    guard let heading else { return nil }
    var end = heading + 1
    while end < blocks.count {
      if case .heading = blocks[end].kind { break }
      if case .table = blocks[end].kind {
        diagnostics.append(
          Diagnostic(
            "front-matter-type", .error, at: declaration.under.range,
            "a table is generated here, and one is written by hand under the same heading",
            explanation: "Take the written one out, or `generate: true` from the declaration.",
            notes: [.init("the table", at: page.file.range(blocks[end].range))]))
        return nil
      }
      end += 1
    }
    return end
  }

  private static func table(
    _ declaration: TableDeclaration, _ blocks: [CommandBlock], _ file: SourceFile
  ) -> Table {
    let names = [("task", "Task"), ("command", "Command"), ("context", "Where")].map {
      declaration.columns[$0.0]?.value ?? $0.1
    }
    let place = declaration.under.range.bytes
    let header = names.map { Table.Cell(content: [Inline(.text($0), range: place)], range: place) }
    let rows = blocks.compactMap { row($0, file) }
    return Table(
      alignments: [.none, .none, .none],
      header: Table.Row(cells: header, range: place, sourceCells: header.map(\.range)),
      rows: rows)
  }

  /// Cells stand where their text was written, so that findings lead there.
  private static func row(_ block: CommandBlock, _ file: SourceFile) -> Table.Row? {
    guard let task = block.code.attribute("quickref")?.value,
      let statement = block.scripts.first?.statements.first
    else { return nil }
    let command = commandText(file.text(statement.range))
    let context = block.context
    let cells = [
      Table.Cell(content: [Inline(.text(task.text), range: task.range)], range: task.range),
      Table.Cell(
        content: [Inline(.code(command), range: statement.range)], range: statement.range),
      Table.Cell(
        content: context.map { [Inline(.text($0.value), range: task.range)] } ?? [],
        range: task.range),
    ]
    return Table.Row(cells: cells, range: task.range, sourceCells: cells.map(\.range))
  }

  /// On one line: a backslash before a line end goes, with the indentation behind it.
  private static func commandText(_ text: String) -> String {
    let lines = text.split(separator: "\n").map { line in
      var line = line.drop { $0 == " " || $0 == "\t" }
      if line.hasSuffix("\\") { line = line.dropLast() }
      return String(line).trimmingEnd()
    }
    return lines.joined(separator: " ")
  }
}
