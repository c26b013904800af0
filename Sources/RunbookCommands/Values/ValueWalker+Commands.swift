import RunbookModel

/// What programs do with their words: hand them on, join them for a shell, run them as text.
extension ValueWalker {
  private static let otherShells: Set = ["cmd", "csh", "fish", "powershell", "pwsh", "tcsh"]

  /// Visits each word of a command once.
  ///
  /// - Parameter attached: where redirections start, as a number in front of one is part of it.
  /// - Returns: what the command does with its input.
  mutating func words(_ words: ArraySlice<ShellWord>, before attached: [Int] = []) -> InputReader {
    guard let first = words.first else { return .data }
    if first.literal == nil { limited(.chosen, .commandName) { $0.plain(first) } }
    let rest = words.dropFirst()
    guard let name = first.literal?.lastPathComponent else {
      limited(.word, .commandName) { $0.plain(rest) }
      return .data
    }
    if functions.contains(name) {
      limited(.word, .unknownProgram(name)) { $0.plain(rest) }
      return .data
    }
    if ShellName.all.contains(name) { return shell(rest) }
    if let reader = builtin(name, rest) { return reader }
    if let reader = runner(name, words) { return reader }
    if let language = ProgramText.languages[name] { return language.visit(rest, name, &self) }
    return other(name, words, before: attached)
  }

  // MARK: Shells

  /// `bash [-c] …`
  private mutating func shell(_ rest: ArraySlice<ShellWord>) -> InputReader {
    var hasText = false
    var readsInput = false
    var index = rest.startIndex
    while index < rest.endIndex, let option = rest[index].literal, option.count > 1,
      option.hasPrefix("-") || option.hasPrefix("+")
    {
      index += 1
      if option == "--" { break }
      if option.hasPrefix("--") {
        if ["--rcfile", "--init-file"].contains(option) { index += 1 }
      } else {
        hasText = hasText || option.contains("c")
        readsInput = readsInput || option.contains("s")
        if option.contains("o") || option.contains("O") { index += 1 }
      }
    }
    index = min(index, rest.endIndex)
    plain(rest[..<index])
    guard index < rest.endIndex else { return hasText ? .data : .shell }
    guard hasText else {
      plain(rest[index...])
      return readsInput ? .shell : .data
    }
    return text(rest[index], arguments: rest[(index + 1)...])
  }

  /// A script in one word, and what it gets as `$0`, `$1`, and so on.
  @discardableResult
  private mutating func text(
    _ word: ShellWord, arguments: ArraySlice<ShellWord> = []
  ) -> InputReader {
    let inner = reread([word])
    within {
      let limit = inner.variables.parameters
      if let limit { $0.frame.limit = limit.merged(with: $0.frame.limit) }
      $0.plain(arguments)
    }
    return inner.input
  }

  /// Builtins and their like; nil for any other name.
  private mutating func builtin(_ name: String, _ rest: ArraySlice<ShellWord>) -> InputReader? {
    switch name {
    case "eval": return reread(rest.drop { $0.literal == "--" }).input
    case "trap":
      let words = rest.drop { $0.leadingText.utf8.first == Byte.minus }
      if let first = words.first { text(first, arguments: words.dropFirst()) }
      plain(rest.prefix(rest.count - words.count))
    case "alias", "complete", "bind":
      limited(.word, .unknownText) { $0.plain(rest) }
    case "let": for word in rest { arithmetic(word.pieces) }
    case "unset", "read", "mapfile", "readarray", "getopts", "wait":
      limited(.name, .variableName) { $0.plain(rest) }
      return name == "read" || name.hasSuffix("array") || name == "mapfile" ? .program(name) : .data
    case "declare", "typeset", "local", "export", "readonly": declare(rest)
    case "printf", "test", "[":
      var before = ""
      for word in rest {
        if before == "-v" { limited(.name, .variableName) { $0.plain(word) } } else { plain(word) }
        before = word.literal ?? ""
      }
    case "source", ".": plain(rest)
    case "command", "builtin", "exec", "time", "noglob", "nocorrect":
      let words = rest.drop { $0.leadingText.utf8.first == Byte.minus }
      plain(rest.prefix(rest.count - words.count))
      return self.words(words)
    default: return nil
    }
    return .data
  }

  private mutating func declare(_ rest: ArraySlice<ShellWord>) {
    let isInteger = rest.contains {
      $0.literal.map { $0.hasPrefix("-") && ($0.contains("i") || $0.contains("n")) } ?? false
    }
    for word in rest {
      guard let sign = word.leadingText.firstIndex(of: "="), !isInteger else {
        if isInteger {
          arithmetic(word.pieces)
        } else {
          limited(.name, .variableName) { $0.plain(word) }
        }
        continue
      }
      within {
        let name = String(word.leadingText[..<sign])
        $0.frame.variable = name
        if ValueVariables.readAgain.contains(name) {
          $0.limited(.word, .variable(name)) { $0.plain(word, isSplit: false) }
        } else {
          $0.plain(word, isSplit: false)
        }
      }
    }
  }

  // MARK: Programs that run something

  /// Programs that join words or run text; nil for any other name.
  private mutating func runner(_ name: String, _ words: ArraySlice<ShellWord>) -> InputReader? {
    let rest = words.dropFirst()
    switch name {
    case "ssh", "autossh", "watch": return joining(name, words)
    case "su", "runuser": return user(rest)
    case "find": find(rest)
    case "parallel", "at", "batch", "crontab":
      limited(.word, .unknownText) { $0.plain(rest) }
      return .program(name)
    case "xargs":
      if nested(words) == nil { plain(rest) }
      return .program(name)
    case "sudo", "doas":
      // With -i or -s a shell reads the words, after sudo has put backslashes before most of them.
      let options = rest.prefix { $0.leadingText.utf8.first == Byte.minus }
      let startsShell = options.contains {
        ["-i", "-s", "--login", "--shell"].contains($0.literal)
          || $0.literal.map { !$0.hasPrefix("--") && ($0.contains("i") || $0.contains("s")) }
            ?? false
      }
      guard startsShell else { return nested(words) }
      var reader: InputReader?
      limited(.word, .unknownText) {
        reader = $0.nested(words)
        if reader == nil { $0.plain(rest) }
      }
      return reader ?? .shell
    case "env":
      let splits = rest.contains {
        $0.leadingText.hasPrefix("-S") || $0.leadingText.hasPrefix("--split")
      }
      guard splits else { return nested(words) }
      limited(.word, .unknownText) { $0.plain(rest) }
    default:
      if Self.otherShells.contains(name) {
        limited(.word, .program(name)) { $0.plain(rest) }
        return .program(name)
      }
      return nested(words)
    }
    return .data
  }

  /// ssh and watch join their words by spaces, and a shell reads that.
  private mutating func joining(_ name: String, _ words: ArraySlice<ShellWord>) -> InputReader? {
    let programs = bindings.programs
    let bound = programs.program(named: "ssh").flatMap { ssh in
      Binder.bind(words, to: name == "watch" ? programs.program(named: "watch") ?? ssh : ssh)
    }
    let start = bound?.nested.flatMap { $0.words.isEmpty ? nil : $0.words.startIndex }
    let options = words[..<(start ?? words.endIndex)].dropFirst()
    for word in options {
      let runs = word.leadingText.lowercased().contains("command")
      if runs { limited(.word, .unknownText) { $0.plain(word) } } else { plain(word) }
    }
    guard let start else { return name == "watch" ? .data : .shell }
    let isDirect = options.contains { $0.literal == "-x" || $0.literal == "--exec" }
    if name == "watch", isDirect { return self.words(words[start...]) }
    return reread(words[start...]).input
  }

  /// `su [-c text] [user]`, `runuser -u user -- command`
  private mutating func user(_ rest: ArraySlice<ShellWord>) -> InputReader {
    var reader = InputReader.shell
    var isText = false
    for (index, word) in zip(rest.indices, rest) {
      let literal = word.literal ?? ""
      if isText {
        reader = text(word)
        isText = false
      } else if literal == "--", rest.contains(where: { $0.literal == "-u" }) {
        return words(rest[(index + 1)...])
      } else if word.leadingText.hasPrefix("--command=")
        || word.leadingText.hasPrefix("--session-command=")
      {
        limited(.word, .unknownText) { $0.plain(word) }
        reader = .data
      } else {
        plain(word)
        isText =
          ["--command", "--session-command"].contains(literal)
          || literal.hasPrefix("-") && !literal.hasPrefix("--") && literal.hasSuffix("c")
      }
    }
    return reader
  }

  private mutating func find(_ rest: ArraySlice<ShellWord>) {
    var index = rest.startIndex
    while index < rest.endIndex {
      guard ["-exec", "-execdir", "-ok", "-okdir"].contains(rest[index].literal) else {
        plain(rest[index])
        index += 1
        continue
      }
      let command = rest[(index + 1)...].prefix { $0.literal != ";" && $0.literal != "+" }
      _ = words(command)
      index = command.endIndex
    }
  }

  /// A program whose schema says which of its words are a command: `kubectl exec pod -- …`. Nil when
  /// it says of none.
  private mutating func nested(_ words: ArraySlice<ShellWord>) -> InputReader? {
    guard let invocation = bindings.invocation(of: words), let nested = invocation.nested,
      let start = nested.words.indices.first,
      start > words.startIndex
    else { return nil }
    let name = invocation.program.name
    options(words[..<start].dropFirst(), of: name)
    var reader = InputReader.data
    if nested.isOpenEnded, name != "xargs" {
      limited(.word, .unknownProgram(name)) { reader = $0.words(nested.words) }
    } else {
      reader = self.words(nested.words)
    }
    plain(words[nested.words.endIndex...])
    return reader
  }
}
