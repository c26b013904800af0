import RunbookModel

/// Shell syntax written in one way: two texts that a shell runs alike give the same, whatever their
/// quotes, line ends, spaces and comments. It is shell, too, so that it can be shown.
package struct CanonicalText {
  private let heredocs: [Heredoc]
  /// The words of a simple command, where somebody knows a more telling way to write them.
  private let spell: (SimpleCommand) -> [String]?

  /// - Parameter spell: nil to write the words as they stand.
  package init(_ script: ShellScript, spell: @escaping (SimpleCommand) -> [String]? = { _ in nil })
  {
    heredocs = script.heredocs
    self.spell = spell
  }

  package func text(_ statements: [Statement]) -> String {
    statements.map(text).joined(separator: "; ")
  }

  package func text(_ statement: Statement) -> String {
    var text = self.text(statement.pipelines[0])
    for (connector, pipeline) in zip(statement.connectors, statement.pipelines.dropFirst()) {
      text += " \(connector.rawValue) " + self.text(pipeline)
    }
    return statement.isBackground ? text + " &" : text
  }

  private func text(_ pipeline: Pipeline) -> String {
    var text = (pipeline.isTimed ? "time " : "") + (pipeline.isNegated ? "! " : "")
    text += self.text(pipeline.commands[0])
    for (sign, command) in zip(pipeline.operators, pipeline.commands.dropFirst()) {
      text += " \(sign.rawValue) " + self.text(command)
    }
    return text
  }

  private func text(_ command: ShellCommand) -> String {
    switch command {
    case .simple(let simple):
      let words = spell(simple) ?? simple.words.map(Self.text)
      return (simple.assignments.map(text) + words + simple.redirections.map(text))
        .joined(separator: " ")
    case .compound(let compound): return text(compound)
    }
  }

  private func text(_ compound: CompoundCommand) -> String {
    var parts = [compound.keyword.rawValue]
    if let variable = compound.variable { parts.append(variable) }
    parts += compound.words.map(Self.text)
    for section in compound.sections {
      let body = text(section.statements)
      parts.append(section.role == .condition ? "(\(body))" : "{ \(body); }")
    }
    return (parts + compound.redirections.map(text)).joined(separator: " ")
  }

  private func text(_ assignment: Assignment) -> String {
    let values = assignment.value.map(Self.text).joined(separator: " ")
    return assignment.name + (assignment.isAppend ? "+=" : "=")
      + (assignment.isArray ? "(\(values))" : assignment.value.isEmpty ? "" : values)
  }

  private func text(_ redirection: Redirection) -> String {
    let sign = redirection.descriptor + redirection.operator.rawValue
    guard let index = redirection.heredoc, heredocs.indices.contains(index) else {
      return sign + Self.text(redirection.target)
    }
    // The delimiter is a matter of taste, unless its quotes keep the shell from expanding the body.
    let heredoc = heredocs[index]
    let body = heredoc.body.pieces.reduce(into: "") { $0 += Self.display($1, isProtected: false) }
    return sign + (heredoc.isQuoted ? "'EOF'" : "EOF") + "\n" + body
  }

  // MARK: Words

  /// A word in the plainest quotes that it needs.
  package static func text(_ word: ShellWord) -> String {
    if let literal = word.literal,
      word.pieces.allSatisfy({ isWhollyProtected($0) || !needsQuotes($0) })
    {
      if literal.isEmpty { return "''" }
      guard literal.utf8.contains(where: isSpecial) else { return literal }
      return "'"
        + literal.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "'\\''") + "'"
    }
    return word.pieces.reduce(into: "") { text, piece in
      guard let fixed = piece.text else {
        text += display(piece, isProtected: piece.quoting == .double || piece.quoting == .localized)
        return
      }
      for character in fixed.unicodeScalars {
        let isQuoted = isWhollyProtected(piece) && character.isASCII
        if isQuoted && isSpecial(UInt8(character.value)) { text += "\\" }
        text.unicodeScalars.append(character)
      }
    }
  }

  private static func isWhollyProtected(_ piece: WordPiece) -> Bool { piece.quoting != .none }

  private static func needsQuotes(_ piece: WordPiece) -> Bool {
    piece.text?.utf8.contains(where: isSpecial) ?? true
  }

  /// What means something to a shell outside quotes (POSIX XCU 2.2), and the braces and tildes of bash.
  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte.isOne(of: "|&;<>()$`\\\"' \t\n*?[]#~{}!")
  }

  private static func display(_ piece: WordPiece, isProtected: Bool) -> String {
    let text =
      switch piece.kind {
      case .text(let text), .escape(let text): text
      case .placeholder(let name): "<\(name)>"
      case .parameter(let expansion):
        "${\(expansion.prefix)\(expansion.name)\(expansion.operation)}"
      case .command(let statements): "$(\(nested(statements)))"
      case .arithmetic(let pieces):
        "$((\(pieces.reduce(into: "") { $0 += display($1, isProtected: false) })))"
      case .process(let statements): "<(\(nested(statements)))"
      }
    if case .placeholder = piece.kind { return text }
    return isProtected && piece.text == nil ? "\"\(text)\"" : text
  }

  /// Inside an expansion there are no here-documents of the script's own.
  private static func nested(_ statements: [Statement]) -> String {
    CanonicalText(heredocs: []).text(statements)
  }

  private init(heredocs: [Heredoc]) {
    self.heredocs = heredocs
    spell = { _ in nil }
  }
}
