import RunbookModel

/// Programs that take their words as they are, as far as anybody knows.
extension ValueWalker {
  /// A program that, as far as its schema says, takes its words as they are.
  mutating func other(
    _ name: String, _ words: ArraySlice<ShellWord>, before attached: [Int]
  ) -> InputReader {
    let rest = words.dropFirst()
    let invocation = bindings.invocation(of: words)
    let isKnown = invocation?.isJudged == true
    // An unknown program may be a way to another shell, as `tsh ssh` and `vagrant ssh` are.
    let way =
      isKnown
      ? nil
      : rest.firstIndex {
        let word = $0.literal?.lastPathComponent ?? ""
        return ShellName.all.contains(word) || ["eval", "exec", "rsh", "ssh"].contains(word)
      }
    if let way {
      options(rest[..<way], of: name)
      limited(.word, .unknownProgram(name)) { $0.plain(rest[way...]) }
      return .program(name)
    }
    options(rest, of: name, before: attached, isKnown: invocation != nil)
    return .data
  }

  /// Options whose value is a command for a shell.
  private static let commandOptions: Set = [
    "--rsh", "--rsync-path", "--to-command", "--checkpoint-action", "--use-compress-program",
    "--health-cmd", "--filter", "--command", "--scripts", "--parameters", "--user-data",
    "--cli-input-json", "--post-renderer", "--proxy-command", "--compress-program",
  ]
  /// Programs whose `-e` is such an option; for others it is a variable or a pattern.
  private static let runsByE: Set = ["nc", "ncat", "rsync"]
  /// Programs that may let the other machine's shell read the path after `host:`.
  private static let copiesByShell: Set = ["rsync", "scp"]

  /// - Parameter isKnown: whether a schema describes the program. Text with spaces may be a command
  ///   for a shell otherwise.
  mutating func options(
    _ words: ArraySlice<ShellWord>, of name: String, before attached: [Int] = [],
    isKnown: Bool = true
  ) {
    let copies = Self.copiesByShell.contains(name)
    var before = ""
    for word in words {
      let isAssigned = word.leadingText.utf8.contains(Byte.equals)
      let option = isAssigned ? Self.option(assignedIn: word.leadingText) : before
      let isText =
        option.hasPrefix("--") && Self.commandOptions.contains(option)
        || before == "-e" && Self.runsByE.contains(name)
        || copies && word.leadingText.utf8.contains(Byte.colon)
      if isText {
        limited(.word, .unknownText) { $0.plain(word) }
      } else if !isKnown, word.hasFixed(Byte.space) {
        limited(.word, .unknownProgram(name)) { $0.plain(word) }
      } else {
        plain(word, isAttached: attached.contains(word.range.upperBound))
      }
      before = word.literal ?? ""
    }
  }

  /// What stands before the first `=` that something stands before.
  private static func option(assignedIn text: String) -> String {
    text.split(separator: "=", maxSplits: 1).first.map { String($0) } ?? ""
  }
}

extension ShellWord {
  /// Whether a fixed part holds a byte.
  func hasFixed(_ byte: UInt8) -> Bool {
    pieces.contains { $0.text?.utf8.contains(byte) ?? false }
  }

  /// Whether a fixed part opens the old form of arithmetic, `$[1 + 1]`.
  var opensOldArithmetic: Bool {
    pieces.contains { piece in
      guard let bytes = piece.text?.utf8 else { return false }
      return zip(bytes, bytes.dropFirst()).contains { $0 == Byte.dollar && $1 == Byte.openBracket }
    }
  }
}
