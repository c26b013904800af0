import RunbookCommands
import RunbookModel

/// What ShellCheck would say of the page's own text. The text is not ours to change, so a command says of
/// which findings it is known; everything else stays under ShellCheck's eyes.
struct ScriptShellCheck {
  /// Variables that are set, and used, in any of the commands.
  private let assigned: Set<String>
  private let used: Set<String>

  init(_ scripts: [ShellScript]) {
    var assigned: Set<String> = []
    var used: Set<String> = []
    for script in scripts {
      for case .simple(let simple) in script.allCommands {
        assigned.formUnion(simple.assignments.map(\.name))
      }
      for piece in script.allWords.flatMap(\.pieces).flatMap(\.withNested) {
        if case .parameter(let expansion) = piece.kind { used.insert(expansion.name) }
      }
    }
    self.assigned = assigned
    self.used = used
  }

  /// The line to put before a statement; nil where there is nothing to say.
  func directive(for statement: Statement, in script: ShellScript) -> String? {
    var codes: Set<Int> = []
    for command in script.allCommands where statement.range.contains(command.range.lowerBound) {
      switch command {
      case .simple(let simple): add(simple, to: &codes)
      case .compound(let compound): add(compound, to: &codes)
      }
    }
    for word in script.allWords where statement.range.contains(word.range.lowerBound) {
      for piece in word.pieces.flatMap(\.withNested) { add(piece, to: &codes) }
    }
    for list in script.statementLists {
      for inner in list where statement.range.contains(inner.range.lowerBound) {
        if inner.connectors.contains(.and), inner.connectors.contains(.or) { codes.insert(2015) }
        for pipeline in inner.pipelines { add(pipeline, to: &codes) }
      }
    }
    guard !codes.isEmpty else { return nil }
    return "# shellcheck disable=" + codes.sorted().map { "SC\($0)" }.joined(separator: ",")
      + " # the page's own text"
  }

  // MARK: Commands

  /// What is said of every use of a program.
  private static let programs: [String: Set<Int>] = [
    ".": [1090, 1091], "source": [1090, 1091], "expr": [2003], "egrep": [2196], "fgrep": [2197],
    "let": [2219], "su": [2117], "time": [2176], "eval": [2294],
  ]

  /// What is said of some uses of a program, by what its words are.
  private func codes(of name: String, _ words: ArraySlice<ShellWord>, _ command: SimpleCommand)
    -> Set<Int>
  {
    let texts = words.map(\.leadingText)
    let pieces = words.flatMap(\.pieces)
    let expands = pieces.contains { $0.text == nil }
    let hasPattern = words.contains {
      !$0.isQuoted && $0.leadingText.contains { "*?[".contains($0) }
    }
    switch name {
    case "cd": return texts.contains("..") ? [2103] : []
    case "echo":
      let substitutes = pieces.contains { !$0.statements.isEmpty }
      return Set(substitutes ? [2005, 2116] : []).union(
        texts.contains { $0.contains("\\") } ? [2028] : [])
    case "find": return hasPattern ? [2061] : texts.contains("-exec") ? [2156] : []
    case "grep": return hasPattern ? [2062, 2022] : []
    case "mkdir": return texts.contains { $0.hasPrefix("-") && $0.contains("m") } ? [2174] : []
    case "printf": return words.first.map { $0.literal == nil } == true ? [2059] : []
    case "read": return texts.contains { $0.hasPrefix("-") && $0.contains("r") } ? [] : [2162]
    case "rm": return expands || hasPattern ? [2115] : []
    case "ssh":
      let isRead = command.redirections.contains { $0.heredoc != nil }
      return Set(expands ? [2029] : []).union(isRead ? [2087] : [])
    case "sudo": return command.redirections.isEmpty ? [] : [2024]
    case "test", "[":
      return Set(texts.contains("-a") || texts.contains("-o") ? [2166] : [])
        .union(pieces.contains { isStatus($0) } ? [2181] : [])
    case "tr":
      return hasPattern || texts.contains { $0.contains("-") }
        ? [2018, 2019, 2020, 2021, 2060] : []
    case "trap": return expands ? [2064] : []
    default: return []
    }
  }

  private func isStatus(_ piece: WordPiece) -> Bool {
    if case .parameter(let expansion) = piece.kind { expansion.name == "?" } else { false }
  }

  private func add(_ command: SimpleCommand, to codes: inout Set<Int>) {
    let name = command.name?.literal?.lastPathComponent ?? ""
    codes.formUnion(Self.programs[name] ?? [])
    codes.formUnion(self.codes(of: name, command.arguments, command))
    for word in command.arguments { add(argument: word, of: name, to: &codes) }
    for assignment in command.assignments {
      if command.words.isEmpty, !used.contains(assignment.name) { codes.insert(2034) }
      if assignment.isArray { codes.formUnion([2206, 2207, 2191]) }
      if !command.words.isEmpty { codes.formUnion([2097, 2098]) }
      for piece in assignment.value.flatMap(\.pieces) {
        guard let text = piece.text else { continue }
        if piece.quoting == .none, text.contains(where: { "*?[{".contains($0) }) {
          codes.insert(2125)
        }
        if piece.quoting != .none, text.contains("\"") || text.contains("\\") { codes.insert(2089) }
      }
    }
  }

  private func add(argument word: ShellWord, of name: String, to codes: inout Set<Int>) {
    let text = word.leadingText
    if !word.isQuoted {
      if text.hasPrefix("*") || text.hasPrefix("?") { codes.insert(2035) }
      if text.hasPrefix("~"), text.contains("=") { codes.insert(2088) }
    } else if text.hasPrefix("~/") {
      codes.insert(2088)
    }
    let isDeclaring = ["declare", "export", "local", "readonly", "typeset"].contains(name)
    if isDeclaring, word.pieces.contains(where: { !$0.statements.isEmpty }) { codes.insert(2155) }
    if isDeclaring, let end = text.firstIndex(of: "="), name != "export",
      !used.contains(String(text[..<end]))
    {
      codes.insert(2034)
    }
  }

  private func add(_ command: CompoundCommand, to codes: inout Set<Int>) {
    switch command.keyword {
    case .for, .select:
      codes.formUnion([2013, 2041, 2043, 2044, 2045, 2048])
      if let variable = command.variable, !used.contains(variable) { codes.insert(2034) }
    case .test:
      codes.formUnion([2053, 2076])
      if command.words.flatMap(\.pieces).contains(where: isStatus) { codes.insert(2181) }
    case .arithmetic: codes.insert(2004)
    case .function: codes.formUnion([2119, 2120])
    case .while, .until: codes.formUnion([2030, 2031, 2095])
    default: break
    }
  }

  // MARK: Words

  private func add(_ piece: WordPiece, to codes: inout Set<Int>) {
    switch piece.kind {
    case .parameter(let expansion):
      if piece.quoting == .none {
        codes.formUnion(
          expansion.name == "@" || expansion.name == "*" ? [2048, 2068] : [2086, 2090])
      }
      if expansion.isVariable, !assigned.contains(expansion.name) { codes.formUnion([2153, 2154]) }
    case .command:
      if piece.quoting == .none { codes.insert(2046) }
      if piece.isBackticks { codes.insert(2006) }
    case .arithmetic(let pieces):
      if pieces.contains(where: { $0.text == nil }) { codes.insert(2004) }
    case .text(let text):
      let hasExpansion = text.contains("$") || text.contains("`")
      if piece.quoting == .single, hasExpansion { codes.insert(2016) }
      if piece.quoting == .none {
        if text.contains("{") || text.contains("}") { codes.insert(1083) }
        if text.contains("[") { codes.formUnion([2102, 2061, 2062]) }
      }
    case .escape, .placeholder, .process: break
    }
  }

  // MARK: Pipelines

  /// Programs that do alone what two do in a row.
  private static let pairs: [String: [String: Int]] = [
    "ps": ["grep": 2009], "ls": ["grep": 2010, "xargs": 2011], "grep": ["wc": 2126],
    "find": ["xargs": 2038],
    "echo": ["sed": 2001],
  ]

  private func add(_ pipeline: RunbookCommands.Pipeline, to codes: inout Set<Int>) {
    let names = pipeline.commands.map { command -> String in
      if case .simple(let simple) = command { simple.name?.literal ?? "" } else { "" }
    }
    for (name, next) in zip(names, names.dropFirst()) {
      if name == "cat" { codes.insert(2002) }
      if name == "ls" { codes.insert(2012) }
      if let code = Self.pairs[name]?[next] { codes.insert(code) }
    }
  }
}
