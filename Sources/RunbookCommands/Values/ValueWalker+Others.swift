import RunbookModel

/// Programs that take their words as they are, as far as anybody knows.
extension ValueWalker {
  /// A program that, as far as its schema says, takes its words as they are.
  mutating func other(
    _ name: String, _ words: ArraySlice<ShellWord>, before attached: [Int]
  ) -> InputReader {
    let rest = words.dropFirst()
    let invocation = programs.program(for: words).map { Binder.bind(words, to: $0) }
    let isKnown = invocation?.isJudged == true
    // An unknown program may be a way to another shell, as `tsh ssh` and `vagrant ssh` are.
    let way =
      isKnown
      ? nil
      : rest.firstIndex {
        let word = $0.literal?.lastPathComponent ?? ""
        return Self.shells.contains(word) || ["eval", "exec", "rsh", "ssh"].contains(word)
      }
    if let way {
      options(rest[..<way])
      limited(.word, .unknownProgram(name)) { $0.plain(rest[way...]) }
      return .program(name)
    }
    if invocation != nil {
      options(rest, before: attached)
    } else {
      for word in rest {
        if word.fixedText.contains(" ") {
          limited(.word, .unknownProgram(name)) { $0.plain(word) }
        } else {
          options([word], before: attached)
        }
      }
    }
    return .data
  }

  /// Options whose value is a command for a shell, by a part of their name.
  private static let commandOptions: Set = [
    "--rsh", "--rsync-path", "--to-command", "--checkpoint-action", "--use-compress-program",
    "--health-cmd", "--filter", "--command", "--scripts", "--parameters", "--user-data",
    "--cli-input-json", "--post-renderer", "--proxy-command", "--compress-program", "-e",
  ]
  /// Of these programs `-e` is such an option; of others it sets a variable.
  private static let shellByE: Set = ["rsync", "nc", "ncat"]

  mutating func options(_ words: ArraySlice<ShellWord>, before attached: [Int] = []) {
    var before = ""
    for word in words {
      let name = word.leadingText.split(separator: "=", maxSplits: 1).first.map(String.init) ?? ""
      let isText =
        before != "-e" && Self.commandOptions.contains(before)
        || name != "-e" && word.leadingText.contains("=") && Self.commandOptions.contains(name)
      if isText {
        limited(.word, .unknownText) { $0.plain(word) }
      } else {
        plain(word, isAttached: attached.contains(word.range.upperBound))
      }
      before = word.literal ?? ""
    }
  }
}

extension ShellWord {
  /// All of the word that is fixed, whatever stands between.
  var fixedText: String { pieces.reduce(into: "") { $0 += $1.text ?? "" } }
}
