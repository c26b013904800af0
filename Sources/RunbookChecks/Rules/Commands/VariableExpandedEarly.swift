import RunbookCommands
import RunbookModel

enum VariableExpandedEarly {
  static let rule = Rule(
    "variable-expanded-early", .error,
    "a variable of a script in double quotes is expanded before the script runs",
    rationale: """
      In double quotes the reader's own shell puts the value of `$2` or `$i` in place, mostly nothing,
      before `ssh` or `bash -c` gets the script (ShellCheck, SC2029). What the script sets itself, and
      fields of awk, are meant for the other shell.
      """,
    passing: [
      Rule.Example(
        #"""
        ```bash
        ssh host 'ps aux | awk "{print \$2}"' && ssh host "ps aux | awk '{print \$2}'"
        i=1
        ssh host "for i in 1 2; do echo $i; done"; ssh host "echo $HOME"
        ```
        """#),
      Rule.Example("```bash\nrestart() { ssh host \"systemctl restart $1 '$2'\"; }\n```"),
    ],
    failing: [
      Rule.Example("```bash\nssh host \"ps aux | awk '{print ▸$2}'\"\n```"),
      Rule.Example("```bash\nssh host \"for n in 1 2; do echo ▸$n; done\"\n```"),
      Rule.Example(
        "```bash\nkubectl exec web -- sh -c \"P=$(pidof a); kill ▸$P\"\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for (piece, name) in places(context) {
      let why = name.map { "`\($0)` is set in the script." } ?? "It has no value there."
      diagnostics.append(
        context.finding(
          rule, at: piece.range,
          "your own shell expands `\(context.file.text(piece.range))` before the script runs",
          explanation: why + " Write `\\$`, or put the script into single quotes."))
    }
  }

  /// The expansions that are meant for the other shell, with the variable that the script sets.
  static func places(_ context: PageContext) -> [(piece: WordPiece, name: String?)] {
    var withParameters: [Int: Bool] = [:]
    return context.stepCommands.flatMap { command -> [(piece: WordPiece, name: String?)] in
      guard let word = command.command.script, word.literal == nil, let block = command.block,
        word.pieces.contains(where: { $0.quoting == .double })
      else { return [] }
      // Asked once a block: the answer reads all of it.
      let takesParameters = withParameters[block.index] ?? takesParameters(block)
      withParameters[block.index] = takesParameters
      return (takesParameters ? [] : fields(word).map { ($0, nil) }) + own(word, context)
    }
  }

  /// `'{print $2}'`: the shell of a terminal has no parameters.
  private static func fields(_ word: ShellWord) -> [WordPiece] {
    var isInner = false
    return word.pieces.filter { piece in
      if let text = piece.text, piece.quoting == .double {
        if text.utf8.count(where: { $0 == UInt8(ascii: "'") }) % 2 == 1 { isInner.toggle() }
        return false
      }
      guard isInner, piece.quoting == .double, case .parameter(let expansion) = piece.kind else {
        return false
      }
      return !expansion.isBraced && expansion.name.utf8.count == 1
        && expansion.name.utf8.allSatisfy { (0x31...0x39).contains($0) }
    }
  }

  /// A script, or one with functions, is called with parameters.
  private static func takesParameters(_ block: CommandBlock) -> Bool {
    block.code.text.hasPrefix("#!")
      || block.scripts.flatMap(\.allCommands).contains {
        if case .compound(let compound) = $0 { compound.keyword == .function } else { false }
      }
  }

  /// Variables that the script sets and the page, up to here, does not.
  private static func own(
    _ word: ShellWord, _ context: PageContext
  ) -> [(piece: WordPiece, name: String?)] {
    guard let text = word.handedText?.text else { return [] }
    let inner = VariableEvents([ShellScript.parse(ShellSource(inline: text, at: 0))])
    let outer = context.facts.variables
    let names = Set(
      inner.first.keys.filter { !outer.isSet($0, before: word.range.lowerBound) })
    guard !names.isEmpty else { return [] }
    return word.pieces.compactMap { piece in
      guard piece.quoting == .double, case .parameter(let expansion) = piece.kind,
        names.contains(expansion.name), !EnvironmentVariables.contains(expansion.name)
      else { return nil }
      return (piece, expansion.name)
    }
  }
}
