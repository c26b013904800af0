import RunbookModel

/// Option syntax that only a few programs have: find(1), dd(1), tar(1).
extension Binding {
  /// The words up to a `;`, or to a `+` behind `{}`, are a command.
  mutating func takeEmbedded(_ place: NestedPlace) {
    let rest = words[index...]
    let end =
      rest.indices.first { position in
        rest[position].literal == ";"
          || rest[position].literal == "+" && position > rest.startIndex
            && rest[position - 1].literal == "{}"
      } ?? rest.endIndex
    if embedded == nil, end > index {
      embedded = Invocation.Nested(words: rest[..<end], place: place, placeName: nil)
    }
    index = min(end + 1, words.endIndex)
  }

  /// dd's `of=FILE`: an option whose name ends with the sign.
  func keyOption(_ word: ShellWord) -> (option: ProgramOption, name: SourceText)? {
    guard !optionsEnded, let sign = word.leadingText.utf8.firstIndex(of: UInt8(ascii: "="))
    else { return nil }
    let name = String(word.leadingText[...sign])
    guard let option = knownOption(named: name) else { return nil }
    let written = String(name.dropLast())
    return (option, SourceText(written, range: word.range(ofFirst: written.utf8.count)))
  }

  /// `xzf a.tgz`: the letters of the first word, their values in the words behind it.
  mutating func firstCluster() {
    guard index < words.endIndex, let text = words[index].literal, !text.hasPrefix("-") else {
      return
    }
    let word = words[index]
    index += 1
    var end = 0
    for letter in text {
      let offset = end
      end += letter.utf8.count
      let name = "-\(letter)"
      guard let option = knownOption(named: name) else {
        isArityKnown = false
        let start = word.range.lowerBound + offset
        report(
          .unknownOption(name, known: knownOptions.flatMap(\.names)),
          at: word.isQuoted ? word.range : start..<start + letter.utf8.count)
        continue
      }
      take(option, SourceText(name, range: word.range), nil, word)
    }
  }
}

extension Operand {
  /// `NAME=VALUE` before a command, as env(1) takes it.
  var isAssignment: Bool { name.contains("=") && isRepeatable }
}
