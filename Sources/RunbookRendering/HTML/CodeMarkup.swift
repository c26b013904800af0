package import RunbookChecks
package import RunbookCommands
package import RunbookModel

/// Code as HTML. What the markup is, `CodeStyle` says.
package enum CodeMarkup {
  /// A block of code.
  ///
  /// - Parameter commands: what the checks read in it, if it holds shell commands.
  package static func write(
    _ code: CodeBlock, _ commands: CommandBlock?, _ words: Words, to writer: inout MarkupWriter
  ) {
    write(paint(code, commands), code.text, words, to: &writer)
  }

  /// The same, to be written later.
  static func paint(_ code: CodeBlock, _ commands: CommandBlock?) -> CodePaint {
    var paint = CodePaint([])
    if let commands, commands.kind != .powerShell,
      !commands.scripts.isEmpty || commands.transcript != nil
    {
      paint = ShellHighlighter.paint(commands)
      paint.keepWords()
    } else {
      paint = CodePaint(Array(code.text.utf8))
      LanguageCatalog.language(code.language)?.paint(&paint)
      paint.addPlaceholders(Self.prose.contains(code.language) ? PlaceholderMark() : .code)
    }
    return paint
  }

  /// A code span, with its element; see `write`.
  static func writeSpan(
    _ code: String, isCell: Bool = false, _ programs: ProgramLibrary, _ words: Words,
    to writer: inout MarkupWriter
  ) {
    guard code.utf8.contains(UInt8(ascii: "<")) else {
      return writeWords(code, isCell: isCell, to: &writer)
    }
    writer.raw("<code>")
    write(code, isCell: isCell, programs, words, to: &writer)
    writer.raw("</code>")
  }

  /// What a code span holds. If it holds a placeholder beside other text, it is read as a command, to
  /// know how the placeholder is quoted.
  ///
  /// - Parameter programs: those of the site.
  package static func write(
    _ code: String, isCell: Bool = false, _ programs: ProgramLibrary, _ words: Words,
    to writer: inout MarkupWriter
  ) {
    guard code.utf8.contains(UInt8(ascii: "<")) else { return writer.text(code) }
    var paint = CodePaint(Array(code.utf8))
    let script = ShellScript.parse(ShellSource(inline: code, at: 0))
    let isMention = paint.text.first == UInt8(ascii: "<") && script.tokens.count == 1
    if script.errors.isEmpty && !isMention {
      var bindings = CommandBindings(programs)
      for place in ValuePlaces.find(in: [script], &bindings)
      where !ShellPlaceholders.printed.contains(place.name) {
        paint.addPlaceholder(place.range, PlaceholderMark(place))
      }
    } else {
      paint.addPlaceholders()
    }
    paint.keepWords(isCell: isCell)
    write(paint, code, words, to: &writer)
  }

  /// How many bytes `writeWords` writes inside the element, about.
  static func size(ofWords code: String) -> Int {
    let text = Array(code.utf8)
    return text.count + 13 * CodeWords.units(of: text, in: 0..<text.count).count
  }

  /// A code span, with its element, in which nothing is a placeholder.
  static func writeWords(_ code: String, isCell: Bool = false, to writer: inout MarkupWriter) {
    let text = Array(code.utf8)
    let units = CodeWords.units(of: text, in: 0..<text.count, isCell: isCell)
    if units.count == 1, units[0].range == 0..<text.count {
      writer.raw(units[0].isLong ? "<code class=l>" : "<code class=w>")
      writer.text(code)
      writer.raw("</code>")
      return
    }
    func part(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
    writer.raw("<code>")
    var position = 0
    for unit in units {
      writer.text(part(position..<unit.range.lowerBound))
      if unit.needsMarkup { writer.raw(unit.isLong ? "<i class=l>" : "<i class=w>") }
      writer.text(part(unit.range))
      if unit.needsMarkup { writer.raw("</i>") }
      if unit.isSplit { writer.raw("<wbr>") }
      position = unit.range.upperBound
    }
    writer.text(part(position..<text.count))
    writer.raw("</code>")
  }

  /// Languages of blocks that are read by people.
  private static let prose: Set = ["text", "txt", "output", "plain", "plaintext", "markdown", "md"]

  static func write(
    _ paint: CodePaint, _ text: String, _ words: Words, to writer: inout MarkupWriter
  ) {
    guard !paint.isPlain else { return writer.text(text) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * paint.text.count)
    paint.write(words, to: &bytes)
    writer.raw(bytes)
  }
}
