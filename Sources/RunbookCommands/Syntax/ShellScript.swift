package import RunbookModel

/// Shell text as statements, with everything a shell would refuse as values beside them.
///
/// The grammar is that of bash (POSIX XCU 2 with bash's `[[ ]]`, arrays, process substitution, `&>`
/// and here-strings) and one addition that only documents have: `<name>` is a placeholder wherever
/// it stands, not a redirection.
package final class ShellScript: Sendable {
  /// How deep expansions and compound commands may nest. A level takes 8 kB of the stack in a debug
  /// build, and the threads of some systems have no more than 256.
  package static let maximumDepth = 24

  /// Complete statements at the top level, in source order; one that holds an error is left out.
  package let statements: [Statement]
  package let heredocs: [Heredoc]
  /// Each from its `#` to the end of its line.
  package let comments: [ByteRange]
  /// In source order.
  package let errors: [ShellSyntaxError]
  /// Constructs that are read over and not modelled, such as `@(a|b)` and `coproc`.
  package let opaque: [ByteRange]
  /// Backslashes that were meant to join two lines and do not, because blanks stand behind them:
  /// the shell takes `\ ` for a word of one blank and the next line for a command of its own.
  package let brokenContinuations: [ByteRange]
  /// Where a comment ends a command that was meant to go on in the next line.
  package let cuts: [CommandCut]
  /// The pieces of the text in source order; blanks, line ends and `\` before a line end are the
  /// only bytes between them.
  package let tokens: [ShellToken]

  /// Every command at any depth, in the order in which they start.
  package let allCommands: [ShellCommand]
  /// Every simple command, also those inside compound commands, substitutions and here-documents,
  /// in the order in which they start.
  package let simpleCommands: [SimpleCommand]
  /// Every word at any depth, patterns, array elements, redirection targets and here-document
  /// bodies included, in no particular order.
  package let allWords: [ShellWord]
  /// Every list of statements at any depth: the script's own, then those inside it.
  package let statementLists: [[Statement]]

  package static func parse(_ source: ShellSource) -> ShellScript {
    var parser = ShellParser(source)
    let statements = parser.parseScript()
    let record = parser.record
    // A statement that is read again after an error meets the same error again.
    let errors =
      record.errors.count < 2
      ? record.errors
      : Set(record.errors).sorted {
        ($0.range.lowerBound, $0.message) < ($1.range.lowerBound, $1.message)
      }
    return ShellScript(statements, errors, record)
  }

  private init(
    _ statements: [Statement], _ errors: [ShellSyntaxError], _ record: ShellParser.Record
  ) {
    self.statements = statements
    self.errors = errors
    heredocs = record.heredocs
    comments = record.comments
    opaque = record.opaque
    brokenContinuations = record.brokenContinuations
    cuts = record.cuts
    tokens = record.tokens
    var walk = CommandWalk()
    walk.words.reserveCapacity(tokens.count)
    walk.visit(statements)
    for heredoc in heredocs { walk.visit(heredoc.body) }
    allCommands = walk.sortedCommands
    simpleCommands = allCommands.compactMap {
      if case .simple(let command) = $0 { command } else { nil }
    }
    allWords = walk.words
    statementLists = walk.lists
  }
}

/// A command that ends in a backslash, as far as its author is concerned, and then meets a comment.
package struct CommandCut: Sendable {
  /// Where the command's last word ends.
  package let end: Int
  package let comment: ByteRange
}

/// A stretch of text that means one thing, for highlighting.
package struct ShellToken: Sendable, Hashable {
  package enum Kind: String, Sendable {
    case text, quote, escape, placeholder, expansion, keyword, assignment
    case `operator`, redirection, heredoc, comment
    /// Text from a statement that has an error.
    case unparsed
  }

  package let kind: Kind
  package let range: ByteRange
}

/// Collects what is nested. Its depth is bounded because the parser's is.
private struct CommandWalk {
  var commands: [ShellCommand] = []
  var words: [ShellWord] = []
  var lists: [[Statement]] = []

  /// In the order in which they start. They are visited in that order but for here-documents.
  var sortedCommands: [ShellCommand] {
    let isSorted = zip(commands, commands.dropFirst()).allSatisfy {
      $0.range.lowerBound <= $1.range.lowerBound
    }
    if isSorted { return commands }
    return commands.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }.map(\.element)
  }

  mutating func visit(_ statements: [Statement]) {
    if !statements.isEmpty { lists.append(statements) }
    for statement in statements {
      for pipeline in statement.pipelines {
        for command in pipeline.commands { visit(command) }
      }
    }
  }

  mutating func visit(_ command: ShellCommand) {
    commands.append(command)
    switch command {
    case .simple(let simple):
      for assignment in simple.assignments { assignment.value.forEach { visit($0) } }
      simple.words.forEach { visit($0) }
      simple.redirections.forEach { visit($0.target) }
    case .compound(let compound):
      compound.words.forEach { visit($0) }
      compound.sections.forEach { visit($0.statements) }
      compound.redirections.forEach { visit($0.target) }
    }
  }

  mutating func visit(_ word: ShellWord) {
    words.append(word)
    for piece in word.pieces { visit(piece) }
  }

  private mutating func visit(_ piece: WordPiece) {
    switch piece.kind {
    case .command(let statements), .process(let statements): visit(statements)
    case .parameter(let expansion): expansion.nested.forEach { visit($0) }
    case .arithmetic(let pieces): pieces.forEach { visit($0) }
    case .text, .escape, .placeholder: break
    }
  }
}
