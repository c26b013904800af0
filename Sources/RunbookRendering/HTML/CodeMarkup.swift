package import RunbookChecks
import RunbookCommands
package import RunbookModel

/// Code as HTML. What the markup is, `CodeStyle` says.
package enum CodeMarkup {
  /// A block of code.
  ///
  /// - Parameter commands: what the checks read in it, if it holds shell commands.
  package static func write(
    _ code: CodeBlock, _ commands: CommandBlock?, to writer: inout MarkupWriter
  ) {
    var paint = CodePaint([])
    if let commands, !commands.scripts.isEmpty || commands.transcript != nil {
      paint = ShellHighlighter.paint(commands)
    } else {
      paint = CodePaint(Array(code.text.utf8))
      LanguageCatalog.language(code.language)?.paint(&paint)
      paint.addPlaceholders()
    }
    write(paint, code.text, to: &writer)
  }

  /// A code span. If it holds a placeholder beside other text, it is read as a command, to know how
  /// the placeholder is quoted.
  package static func write(_ code: String, to writer: inout MarkupWriter) {
    guard code.utf8.contains(UInt8(ascii: "<")) else { return writer.text(code) }
    var paint = CodePaint(Array(code.utf8))
    let script = ShellScript.parse(ShellSource(inline: code, at: 0))
    let isMention = paint.text.first == UInt8(ascii: "<") && script.tokens.count == 1
    if script.errors.isEmpty && !isMention {
      PlaceholderVisitor.visit(script) { paint.addPlaceholder($0, $1) }
    } else {
      paint.addPlaceholders()
    }
    write(paint, code, to: &writer)
  }

  private static func write(_ paint: CodePaint, _ text: String, to writer: inout MarkupWriter) {
    guard !paint.isPlain else { return writer.text(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * paint.text.count)
    paint.write(to: &bytes)
    writer.raw(bytes)
  }
}
