import RunbookCommands
import RunbookModel

/// Shell syntax as one compact line, so that a test can show all of it.
///
/// Pieces: `text` bare, `\x` escape, `'…'` `"…"` `$'…'` `$"…"` quoted pieces, `<name>` placeholder,
/// `$name` and `${name op}` parameters, `$[…]` a command substitution, `<[…]` a process
/// substitution, `$((…))` arithmetic. Pieces of one word are joined by `·`.
enum ShellDump {
  static func dump(_ script: ShellScript) -> String {
    var parts = script.statements.map { statement($0, script) }
    parts += script.errors.map { error in
      "!\(error.range.lowerBound)..\(error.range.upperBound) \(kind(error.kind))"
    }
    return parts.joined(separator: "\n")
  }

  static func statements(_ list: [Statement], _ script: ShellScript) -> String {
    list.map { statement($0, script) }.joined(separator: "; ")
  }

  private static func statement(_ statement: Statement, _ script: ShellScript) -> String {
    var text = ""
    for (index, pipeline) in statement.pipelines.enumerated() {
      if index > 0 { text += " \(statement.connectors[index - 1].rawValue) " }
      if pipeline.isTimed { text += "time " }
      if pipeline.isNegated { text += "! " }
      for (number, command) in pipeline.commands.enumerated() {
        if number > 0 { text += " \(pipeline.operators[number - 1].rawValue) " }
        text += self.command(command, script)
      }
    }
    return text + (statement.isBackground ? " &" : "")
  }

  private static func command(_ command: ShellCommand, _ script: ShellScript) -> String {
    switch command {
    case .simple(let simple):
      let parts =
        simple.assignments.map { assignment($0, script) } + simple.words.map { word($0, script) }
        + simple.redirections.map { redirection($0, script) }
      return "(" + parts.joined(separator: " ") + ")"
    case .compound(let compound):
      var parts = [compound.keyword.rawValue]
      if let variable = compound.variable { parts.append(variable) }
      parts += compound.words.map { word($0, script) }
      parts += compound.sections.map {
        ($0.role == .condition ? "if" : "do") + "{\(statements($0.statements, script))}"
      }
      parts += compound.redirections.map { redirection($0, script) }
      return "[" + parts.joined(separator: " ") + "]"
    }
  }

  private static func assignment(_ assignment: Assignment, _ script: ShellScript) -> String {
    let values = assignment.value.map { word($0, script) }.joined(separator: " ")
    return assignment.name + (assignment.isAppend ? "+=" : "=")
      + (assignment.isArray ? "(\(values))" : values)
  }

  private static func redirection(_ redirection: Redirection, _ script: ShellScript) -> String {
    let start = "\(redirection.descriptor)\(redirection.operator.rawValue)"
    guard let index = redirection.heredoc else { return start + word(redirection.target, script) }
    let heredoc = script.heredocs[index]
    let quote = heredoc.isQuoted ? "'" : ""
    return start + quote + heredoc.delimiter + quote + "{" + word(heredoc.body, script) + "}"
  }

  static func word(_ word: ShellWord, _ script: ShellScript) -> String {
    word.pieces.map { piece($0, script) }.joined(separator: "·")
  }

  private static func piece(_ piece: WordPiece, _ script: ShellScript) -> String {
    let value: String
    switch piece.kind {
    case .text(let text): value = text
    case .escape(let text): value = "\\" + text
    case .placeholder(let name): value = "<\(name)>"
    case .parameter(let expansion):
      let nested = expansion.nested.map { self.piece($0, script) }.joined(separator: "·")
      value =
        expansion.isBraced
        ? "${\(expansion.prefix)\(expansion.name) \(nested)}" : "$\(expansion.name)"
    case .command(let statements): value = "$[\(self.statements(statements, script))]"
    case .process(let statements): value = "<[\(self.statements(statements, script))]"
    case .arithmetic(let pieces):
      value = "$((" + pieces.map { self.piece($0, script) }.joined(separator: "·") + "))"
    }
    switch piece.quoting {
    case .none, .backslash, .heredoc: return value
    case .single: return "'\(value)'"
    case .double: return "\"\(value)\""
    case .ansi: return "$'\(value)'"
    case .localized: return "$\"\(value)\""
    }
  }

  static func kind(_ kind: ShellSyntaxError.Kind) -> String {
    switch kind {
    case .unterminated(let opening, _): "unterminated \(opening)"
    case .unterminatedHeredoc(let delimiter): "unterminated << \(delimiter)"
    case .missingKeyword(let word, let owner): "missing \(word) of \(owner)"
    case .unexpected(let token): "unexpected \(token == "\n" ? "newline" : token)"
    case .missingCommand(let token): "nothing after \(token)"
    case .missingRedirectionTarget(let symbol): "no target of \(symbol)"
    case .invalidName(let name, let owner): "no name \(name) for \(owner)"
    case .missingName(let owner): "no name for \(owner)"
    case .nestingTooDeep: "too deep"
    }
  }
}

func parse(_ text: String) -> ShellScript { ShellScript.parse(ShellSource(inline: text, at: 0)) }
