/// Recognises the prompt at the start of a line of console text.
///
/// Known without being told: `$ `, `user@host:~# `, `[user@host dir]$ `, `[root@admin]# `,
/// `sh-4.4# `, `bash-5.2$ `, `/ # `, `(venv) $ `, `PS C:\>`. A bare `# ` is a comment and a bare
/// `% ` nothing, unless the caller declares them.
package struct PromptRecognizer: Sendable {
  /// Declared prompts without the blanks around them, longest first.
  private let declared: [[UInt8]]

  /// - Parameter prompts: prompts of the contexts that a block may stand in.
  package init(prompts: [String] = []) {
    declared = prompts.map { prompt in
      let bytes = Array(prompt.utf8)
      let kept = bytes.drop { $0 == Byte.space }
      return Array(kept.reversed().drop { $0 == Byte.space }.reversed())
    }
    .filter { !$0.isEmpty }
    .sorted { $0.count > $1.count }
  }

  /// The length of the prompt at the start of a line, with the blanks before it and the one blank
  /// behind it; nil if the line has none.
  func length(in line: ArraySlice<UInt8>) -> Int? {
    let text = line.drop { $0 == Byte.space || $0 == Byte.tab }
    guard let end = declaredEnd(in: text) ?? knownEnd(in: text) else { return nil }
    return end - line.startIndex
  }

  /// The index behind a prompt, if a blank or the end of the line follows it.
  private func finish(_ index: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard index < text.endIndex, text[index] != Byte.carriageReturn else { return index }
    return text[index] == Byte.space || text[index] == Byte.tab ? index + 1 : nil
  }

  private func declaredEnd(in text: ArraySlice<UInt8>) -> Int? {
    for prompt in declared where text.starts(with: prompt) {
      if let end = finish(text.startIndex + prompt.count, in: text) { return end }
    }
    return nil
  }

  private func knownEnd(in text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    switch first {
    case Byte.dollar: return finish(text.startIndex + 1, in: text)
    case Byte.openBracket: return bracketedEnd(in: text)
    case Byte.openParen: return environmentEnd(in: text)
    case Byte.slash, UInt8(ascii: "~"): return directoryEnd(in: text)
    default: return powerShellEnd(in: text) ?? shellVersionEnd(in: text) ?? hostEnd(in: text)
    }
  }

  /// `[user@host dir]$ `: no quotes and no blank at the edge, so that `[ -f x ]` is none.
  private func bracketedEnd(in text: ArraySlice<UInt8>) -> Int? {
    let inner = text.dropFirst().prefix(80)
    guard let close = inner.firstIndex(of: Byte.closeBracket), close > inner.startIndex,
      inner[inner.startIndex] != Byte.space, inner[close - 1] != Byte.space,
      inner[..<close].allSatisfy({ isHostByte($0) || $0 == Byte.space })
    else { return nil }
    return signEnd(at: close + 1, in: text)
  }

  /// `(venv) $ ` and `(venv) user@host:~$ `
  private func environmentEnd(in text: ArraySlice<UInt8>) -> Int? {
    let inner = text.dropFirst().prefix(40)
    guard let close = inner.firstIndex(of: Byte.closeParen), close > inner.startIndex,
      inner[..<close].allSatisfy({ Byte.continuesName($0) || $0 == Byte.minus || $0 == Byte.dot }),
      close + 1 < text.endIndex, text[close + 1] == Byte.space
    else { return nil }
    let rest = text[(close + 2)...]
    guard rest.first != Byte.openParen else { return nil }
    return knownEnd(in: rest)
  }

  /// `/ # ` and `~ $ `, as busybox prints them.
  private func directoryEnd(in text: ArraySlice<UInt8>) -> Int? {
    let end = text.prefix(80).firstIndex { $0 == Byte.space } ?? text.endIndex
    guard end < text.endIndex, text[..<end].allSatisfy(isHostByte) else { return nil }
    return signEnd(at: end + 1, in: text)
  }

  /// `sh-4.4# `
  private func shellVersionEnd(in text: ArraySlice<UInt8>) -> Int? {
    for name in ["bash-", "sh-", "zsh-", "ksh-", "dash-"] where text.starts(with: name.utf8) {
      let version = text.dropFirst(name.utf8.count)
        .prefix { Byte.isDigit($0) || $0 == Byte.dot }
      return version.isEmpty ? nil : signEnd(at: version.endIndex, in: text)
    }
    return nil
  }

  /// `user@host:~/dir# `
  private func hostEnd(in text: ArraySlice<UInt8>) -> Int? {
    let name = text.prefix(80).prefix { isHostByte($0) }
    guard let at = name.firstIndex(of: Byte.at), at > name.startIndex, at + 1 < name.endIndex else {
      return nil
    }
    return signEnd(at: name.endIndex, in: text)
  }

  /// `PS C:\Users>`
  private func powerShellEnd(in text: ArraySlice<UInt8>) -> Int? {
    guard text.starts(with: "PS ".utf8) else { return nil }
    let inner = text.dropFirst(3).prefix(80)
    guard let end = inner.firstIndex(of: Byte.greater) else { return nil }
    return finish(end + 1, in: text)
  }

  private func signEnd(at index: Int, in text: ArraySlice<UInt8>) -> Int? {
    guard index < text.endIndex, text[index] == Byte.dollar || text[index] == Byte.hash else {
      return nil
    }
    return finish(index + 1, in: text)
  }

  private func isHostByte(_ byte: UInt8) -> Bool {
    switch byte {
    case Byte.at, Byte.minus, Byte.dot, Byte.colon, Byte.slash, UInt8(ascii: "~"): true
    default: Byte.continuesName(byte) || byte >= 0x80
    }
  }
}
