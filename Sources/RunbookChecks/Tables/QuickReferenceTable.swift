package import RunbookCommands
package import RunbookModel

/// A table of tasks and the commands that do them.
package struct QuickReferenceTable: Sendable {
  package struct Row: Sendable {
    package let task: String
    /// The code spans of the command cell.
    package let commands: [Command]
    /// The id of a context, if the table has a column for it.
    package let context: Field<String>?
    package let range: ByteRange
    package let commandCell: ByteRange
  }

  package struct Command: Sendable {
    /// As the author wrote it, `\|` unescaped.
    package let text: String
    package let script: ShellScript
    /// What steps are compared with.
    let pattern: CommandPattern
    /// The commands of the script, also those inside other commands, in the row's context.
    package let bound: [BoundCommand]
    package let range: ByteRange
  }

  package let taskColumn: Int
  package let commandColumn: Int
  package let contextColumn: Int?
  package let rows: [Row]

  static let schema = TableSchema(name: "quick-reference", read: read)

  private static func read(_ reader: TableReader) -> (TypedTable?, [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let task = reader.column("task", default: "Task", &diagnostics)
    let command = reader.column("command", default: "Command", &diagnostics)
    let context = reader.column("context", default: nil, &diagnostics)
    guard let task, let command else { return (nil, diagnostics) }
    var walker = CommandWalker(reader.config)
    let rows = reader.table.rows.map { row in
      let place = context.map { column in
        let cell = row.cells[column]
        return Field(cell.content.plainText.trimmingEnd(), at: reader.file.range(cell.range))
      }
      return Row(
        task: row.cells[task].content.plainText,
        commands: commands(in: row.cells[command].content, place?.value, reader.file, &walker),
        context: place,
        range: row.range, commandCell: row.cells[command].range)
    }
    let table = QuickReferenceTable(
      taskColumn: task, commandColumn: command, contextColumn: context, rows: rows)
    return (
      TypedTable(
        declaration: reader.declaration, table: reader.table, range: reader.range, keyColumn: task,
        content: .quickReference(table)), diagnostics
    )
  }

  private static func commands(
    in content: [Inline], _ context: String?, _ file: SourceFile, _ walker: inout CommandWalker
  ) -> [Command] {
    content.flatMap { inline -> [Command] in
      switch inline.kind {
      case .code(let text): return [command(text, inline.range, context, file, &walker)]
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .element(_, let content):
        return commands(in: content, context, file, &walker)
      case .link(let link): return commands(in: link.content, context, file, &walker)
      case .text, .softBreak, .hardBreak, .html, .image, .footnoteReference: return []
      }
    }
  }

  private static func command(
    _ text: String, _ range: ByteRange, _ context: String?, _ file: SourceFile,
    _ walker: inout CommandWalker
  ) -> Command {
    let source = ShellSource(cell: file.text(range), at: range.lowerBound)
    let script = ShellScript.parse(source)
    return Command(
      text: text, script: script, pattern: CommandPattern(script, nested: false),
      bound: walker.commands(of: [script], in: context), range: range)
  }
}
