import RunbookModel

/// Programs that take a program in a language of their own on their command line. A value in it is
/// quoted in no way that all of them share.
struct ProgramText {
  enum Language { case sed, quotes, text }

  /// How a value is protected by the language.
  let language: Language
  /// Options that the program text follows.
  var textOptions: Set<String> = []
  /// Options with values that are no program text, and how many words these are.
  var valueOptions: [String: Int] = [:]
  /// Without a text option, the operand that is the program; nil for none.
  var operand: Int?
  /// What it reads is a program too.
  var readsPrograms = false

  private static let awk = ProgramText(
    language: .quotes, textOptions: ["-e", "--source"],
    valueOptions: ["-F": 1, "-v": 1, "-f": 1, "--file": 1], operand: 0)
  private static let jq = ProgramText(
    language: .quotes,
    valueOptions: [
      "--arg": 2, "--argjson": 2, "--slurpfile": 2, "--rawfile": 2, "--indent": 1, "-L": 1,
    ], operand: 0)
  private static func interpreter(_ options: Set<String>) -> ProgramText {
    ProgramText(language: .quotes, textOptions: options, readsPrograms: true)
  }

  static let languages: [String: ProgramText] = [
    "sed": ProgramText(
      language: .sed, textOptions: ["-e", "--expression"],
      valueOptions: ["-f": 1, "--file": 1, "-l": 1], operand: 0),
    "awk": awk, "gawk": awk, "mawk": awk, "jq": jq, "yq": jq,
    "python": interpreter(["-c"]), "python3": interpreter(["-c"]), "python2": interpreter(["-c"]),
    "perl": interpreter(["-e", "-E"]), "ruby": interpreter(["-e"]), "lua": interpreter(["-e"]),
    "node": interpreter(["-e", "-p", "--eval", "--print"]), "php": interpreter(["-r"]),
    "psql": interpreter(["-c", "--command"]), "mysql": interpreter(["-e", "--execute"]),
    "mariadb": interpreter(["-e", "--execute"]),
    "mongo": interpreter(["--eval"]), "mongosh": interpreter(["--eval"]),
    "cqlsh": interpreter(["-e"]), "clickhouse-client": interpreter(["-q", "--query"]),
    "sqlite3": ProgramText(language: .quotes, operand: 1, readsPrograms: true),
    "expect": interpreter(["-c"]), "gdb": interpreter(["-ex", "--eval-command"]),
    "vim": interpreter(["-c"]), "bc": interpreter([]), "dc": interpreter(["-e"]),
    "make": ProgramText(language: .text), "gmake": ProgramText(language: .text),
    "ansible": ProgramText(language: .text), "tmux": ProgramText(language: .text),
    "screen": ProgramText(language: .text), "script": ProgramText(language: .text),
    "socat": ProgramText(language: .text), "git": ProgramText(language: .text, textOptions: ["-c"]),
    "flock": ProgramText(language: .text, textOptions: ["-c", "--command"]),
  ]

  /// Visits the words behind the program's name.
  func visit(
    _ words: ArraySlice<ShellWord>, _ name: String, _ walker: inout ValueWalker
  ) -> InputReader {
    let isAll = language == .text && textOptions.isEmpty
    let hasText = words.contains(where: { isTextOption($0.literal ?? "") })
    var operands = 0
    var values = 0
    var isText = false
    for word in words {
      let literal = word.literal ?? ""
      let isOption = word.leadingText.hasPrefix("-") && word.leadingText.count > 1
      let holdsText = textOptions.contains(where: {
        $0.hasPrefix("--") && word.leadingText.hasPrefix($0 + "=")
      })
      let isOperand = !isOption && values == 0 && !hasText && operands == operand
      if isText || isAll || isOperand || holdsText {
        text(word, name, &walker)
      } else {
        walker.plain(word)
      }
      if !isText, values == 0, !isOption { operands += 1 }
      values = max(0, values - 1)
      isText = isTextOption(literal)
      if isOption, let count = valueOptions[literal] { values = count }
    }
    return readsPrograms ? .program(name) : .data
  }

  /// Also at the end of a cluster: `sed -ne`, `perl -pe`.
  private func isTextOption(_ word: String) -> Bool {
    guard word.hasPrefix("-") else { return false }
    if textOptions.contains(word) { return true }
    guard !word.hasPrefix("--"), let last = word.last else { return false }
    return textOptions.contains("-\(last)")
  }

  private func text(_ word: ShellWord, _ name: String, _ walker: inout ValueWalker) {
    var before = ""
    for piece in word.pieces {
      if piece.text == nil {
        let limit =
          before.hasSuffix("$")
          ? (kind: ValueLimit.Kind.digits, excluded: "") : self.limit(behind: before)
        walker.limited(limit.kind, .program(name), without: limit.excluded) { $0.pieces([piece]) }
      }
      before += piece.text ?? "x"
    }
  }

  /// What a value may be by the program text in front of it.
  private func limit(behind text: String) -> (kind: ValueLimit.Kind, excluded: String) {
    switch language {
    case .text: return (.word, "")
    case .sed: return Self.sedLimit(text)
    case .quotes:
      guard !text.contains("\\") else { return (.code, "") }
      var quote: Character?
      for character in text where character == "\"" || character == "'" {
        if quote == nil { quote = character } else if quote == character { quote = nil }
      }
      if quote != nil { return (.word, "") }
      let start = text.drop { $0 == " " || $0 == "!" }
      let opensExpression =
        start.hasPrefix("/") && !start.dropFirst().contains("/")
      return opensExpression ? (.word, "/") : (.code, "")
    }
  }

  /// `s/…<value>`, `s/…/…<value>` and `/…<value>`: everywhere else it may be a command.
  private static func sedLimit(_ text: String) -> (kind: ValueLimit.Kind, excluded: String) {
    guard !text.contains("\\"), !text.contains("\n"), let first = text.first else {
      return (.digits, "")
    }
    if first == "/", !text.dropFirst().contains("/") { return (.word, "/") }
    guard first == "s", let mark = text.dropFirst().first, !mark.isLetter, !mark.isNumber,
      mark != " ", text.dropFirst(2).count(where: { $0 == mark }) < 2
    else { return (.digits, "") }
    return (.word, String(mark))
  }
}
