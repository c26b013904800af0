package import RunbookModel

/// One word of a command: what becomes one argument, as long as no expansion splits it. A class, as
/// the binder and the rules pass words around far more often than one is made.
package final class ShellWord: Sendable {
  package let pieces: [WordPiece]
  package let range: ByteRange

  /// The value after quote removal, or nil if the word holds a placeholder or an expansion.
  package let literal: String?
  /// The text before the first placeholder or expansion, after quote removal: `--name=` of
  /// `--name=<value>`.
  package let leadingText: String
  /// True if some part of the word stands in quotes or behind a backslash.
  package let isQuoted: Bool

  package init(pieces: [WordPiece], range: ByteRange) {
    self.pieces = pieces
    self.range = range
    // Asked for again and again by the binder and the rules, so it is kept.
    let fixed = pieces.prefix { $0.text != nil }
    leadingText =
      switch fixed.count {
      case 0: ""
      case 1: fixed[0].text ?? ""
      default: fixed.reduce(into: "") { $0 += $1.text ?? "" }
      }
    literal = fixed.count == pieces.count ? leadingText : nil
    isQuoted = pieces.contains { $0.quoting != .none }
  }

  /// The word as a message may quote it: placeholders as `<name>`, expansions as `$name` or `$(…)`.
  package var display: String { pieces.reduce(into: "") { $0 += $1.display } }

  /// `\ ` and nothing else.
  package var isEscapedBlank: Bool {
    guard pieces.count == 1, case .escape(let text) = pieces[0].kind else { return false }
    return text == " " || text == "\t"
  }

  /// What a shell reads that is handed the word: its text, with placeholders and variables as they
  /// stand. In the place of a substitution there is an empty one of the same length. Nil for a word
  /// without any text. `isPlaced` is true where the text stands in the page as it is, between quotes.
  package var handedText: (text: String, isPlaced: Bool)? {
    guard pieces.contains(where: { $0.text != nil }) else { return nil }
    let quoting = pieces[0].quoting
    let isUniform =
      (quoting == .single || quoting == .double)
      && pieces.allSatisfy { $0.quoting == quoting && $0.handedText.utf8.count == $0.range.count }
    let text = pieces.reduce(into: "") { $0 += $1.handedText }
    return (text, isUniform && range.count == text.utf8.count + 2)
  }

  package var placeholders: [WordPiece] {
    // Nearly every word is all text.
    if literal != nil { return [] }
    var placeholders: [WordPiece] = []
    for piece in pieces { piece.addPlaceholders(to: &placeholders) }
    return placeholders
  }
}

/// A part of a word that is quoted in one way and means one thing.
package struct WordPiece: Sendable {
  package enum Kind: Sendable {
    /// Text as it stands in the page. Globs, braces and tildes are text.
    case text(String)
    /// The value of a backslash escape.
    case escape(String)
    /// `<name>`
    case placeholder(String)
    case parameter(ParameterExpansion)
    /// `$(…)` or backticks.
    case command([Statement])
    /// `$((…))`
    case arithmetic([WordPiece])
    /// `<(…)` or `>(…)`
    case process([Statement])
  }

  /// How a piece is protected from the shell.
  package enum Quoting: Sendable {
    case none, backslash, single, double
    /// `$'…'`
    case ansi
    /// `$"…"`
    case localized
    /// The body of a here-document.
    case heredoc
  }

  package let kind: Kind
  package let quoting: Quoting
  package let range: ByteRange
  /// True for a command in backticks, where a backslash is read once more.
  package let isBackticks: Bool

  package init(_ kind: Kind, quoting: Quoting, range: ByteRange) {
    self.init(kind, quoting: quoting, range: range, isBackticks: false)
  }

  init(_ kind: Kind, quoting: Quoting, range: ByteRange, isBackticks: Bool) {
    self.kind = kind
    self.quoting = quoting
    self.range = range
    self.isBackticks = isBackticks
  }

  /// The fixed value of the piece, or nil if it stands for something that is not known.
  package var text: String? {
    switch kind {
    case .text(let text), .escape(let text): text
    case .placeholder, .parameter, .command, .arithmetic, .process: nil
    }
  }

  var display: String {
    switch kind {
    case .text(let text), .escape(let text): text
    case .placeholder(let name): "<\(name)>"
    case .parameter(let expansion): expansion.display
    case .command: "$(…)"
    case .arithmetic: "$((…))"
    case .process: "<(…)"
    }
  }

  fileprivate var handedText: String {
    switch kind {
    case .text, .escape, .placeholder, .parameter: display
    case .command, .arithmetic, .process:
      "$(" + String(repeating: " ", count: max(1, range.count - 3)) + ")"
    }
  }

  fileprivate func addPlaceholders(to list: inout [WordPiece]) {
    switch kind {
    case .placeholder: list.append(self)
    case .parameter(let expansion):
      for piece in expansion.nested { piece.addPlaceholders(to: &list) }
    case .arithmetic(let pieces): for piece in pieces { piece.addPlaceholders(to: &list) }
    case .text, .escape, .command, .process: break
    }
  }

  /// The piece itself and the pieces inside its parameter or arithmetic expansion, at any depth.
  package var withNested: [WordPiece] {
    switch kind {
    case .parameter(let expansion): [self] + expansion.nested.flatMap(\.withNested)
    case .arithmetic(let pieces): [self] + pieces.flatMap(\.withNested)
    case .text, .escape, .placeholder, .command, .process: [self]
    }
  }

  /// The statements that run to make the value of the piece.
  package var statements: [Statement] {
    switch kind {
    case .command(let statements), .process(let statements): statements
    case .parameter(let expansion): expansion.nested.flatMap(\.statements)
    case .arithmetic(let pieces): pieces.flatMap(\.statements)
    case .text, .escape, .placeholder: []
    }
  }
}

/// `$name`, `${name}`, `${name:-default}` and the other forms of POSIX XCU 2.6.2 and of bash.
package struct ParameterExpansion: Sendable {
  /// A variable name, or one of the special parameters `@ * # ? $ ! - 0 1 …`. Empty if the braces
  /// hold something else.
  package let name: String
  package let isBraced: Bool
  /// `#` of `${#name}` (its length), `!` of `${!name}` (the variable that it names), or "".
  package let prefix: String
  /// What stands between the name and the closing brace, such as `:-default`.
  package let operation: String
  /// The pieces of the operation.
  package let nested: [WordPiece]

  package init(
    name: String, isBraced: Bool, prefix: String = "", operation: String = "",
    nested: [WordPiece] = []
  ) {
    self.name = name
    self.isBraced = isBraced
    self.prefix = prefix
    self.operation = operation
    self.nested = nested
  }

  /// True if the name is that of a variable and not of a special or positional parameter.
  package var isVariable: Bool { name.utf8.first.map(Byte.startsName) ?? false }

  /// True if the expansion has a value without the variable: `${name:-x}`, `${name-x}`, `:=`, `=`.
  package var hasDefault: Bool {
    let rest = operation.hasPrefix(":") ? operation.dropFirst() : operation[...]
    return rest.hasPrefix("-") || rest.hasPrefix("=")
  }

  var display: String { isBraced ? "${\(prefix)\(name)\(operation)}" : "$\(name)" }
}
