import RunbookChecks
import RunbookCommands
import RunbookModel

/// Finds the placeholders of a script and how each is quoted, in every word at any depth.
struct PlaceholderVisitor {
  /// Gets a placeholder's page range and its quoting.
  typealias Report = (ByteRange, PlaceholderQuoting) -> Void

  private let report: Report
  private var isVerbatim = false

  static func visit(_ script: ShellScript, _ report: Report) {
    guard script.tokens.contains(where: { $0.kind == .placeholder }) else { return }
    withoutActuallyEscaping(report) { report in
      var visitor = PlaceholderVisitor(report: report)
      visitor.visit(script.statements)
      for heredoc in script.heredocs {
        visitor.isVerbatim = heredoc.isQuoted
        visitor.visit(heredoc.body)
      }
    }
  }

  private init(report: @escaping Report) {
    self.report = report
  }

  private func visit(_ statements: [Statement]) {
    for statement in statements {
      for pipeline in statement.pipelines {
        for command in pipeline.commands { visit(command) }
      }
    }
  }

  private func visit(_ command: ShellCommand) {
    switch command {
    case .simple(let simple):
      for assignment in simple.assignments { for word in assignment.value { visit(word) } }
      for word in simple.words { visit(word) }
      for redirection in simple.redirections { visit(redirection.target) }
    case .compound(let compound):
      for word in compound.words { visit(word) }
      for section in compound.sections { visit(section.statements) }
      for redirection in compound.redirections { visit(redirection.target) }
    }
  }

  private func visit(_ word: ShellWord) {
    for piece in word.pieces { visit(piece) }
  }

  private func visit(_ piece: WordPiece) {
    switch piece.kind {
    case .text, .escape: break
    case .placeholder(let name):
      if !ShellPlaceholders.printed.contains(name) {
        report(piece.range, quoting(piece.quoting))
      }
    case .parameter(let expansion): for piece in expansion.nested { visit(piece) }
    case .arithmetic(let pieces): for piece in pieces { visit(piece) }
    case .command(let statements), .process(let statements): visit(statements)
    }
  }

  private func quoting(_ quoting: WordPiece.Quoting) -> PlaceholderQuoting {
    switch quoting {
    case .none, .backslash: .bare
    case .single: .single
    case .double, .localized: .double
    case .ansi: .ansi
    case .heredoc: isVerbatim ? .text : .heredoc
    }
  }
}
