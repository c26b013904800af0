/// Recognises the prompt at the start of a line of console text.
///
/// Known without being told: `$ `, `user@host:~# `, `user@host ~/dir $ `, `user@mac dir % `,
/// `[user@host dir]$ `, `[root@admin]# `, `host-1 $ `, `dir/sub$ `, `sh-4.4# `, `bash-5.2$ `, `/ # `,
/// `(venv) $ `, `(venv)$ `, `❯ `, `host ~ ➜ `, `➜  dir git:(main) ✗ `, `PS C:\>`, `PS>`. A bare `# ` is a
/// comment unless the caller declares it, and a bare `% ` is a prompt where a text begins with one.
package struct PromptRecognizer: Sendable {
  /// Declared prompts without the blanks around them, longest first.
  private var declared: [[UInt8]]

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

  /// The recognizer for a block.
  ///
  /// - Parameter text: the block's; no command begins with a `%` and a space, so that a first line that
  ///   does shows the prompt of csh and zsh. Further down it may be a table, as curl prints one.
  func opening(_ text: some Collection<UInt8>) -> PromptRecognizer {
    let first = text.drop { $0 == Byte.space || $0 == Byte.newline }.prefix(3)
    let isPercent =
      first.starts(with: "% ".utf8) && first.count == 3
      && Byte.isLetter(first[first.index(first.startIndex, offsetBy: 2)])
    guard isPercent else { return self }
    var other = self
    other.declared.append([UInt8(ascii: "%")])
    return other
  }

  /// The length of the prompt at the start of a line, with the blanks before it and the one blank
  /// behind it; nil if the line has none.
  func length(in line: ArraySlice<UInt8>) -> Int? {
    let text = line.drop { $0 == Byte.space || $0 == Byte.tab }
    guard let end = declaredEnd(in: text) ?? knownEnd(in: text) ?? arrowEnd(in: line) else {
      return nil
    }
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
    default:
      return powerShellEnd(in: text) ?? shellVersionEnd(in: text) ?? hostEnd(in: text)
        ?? nameEnd(in: text)
    }
  }

  /// `[user@host dir]$ `: no quotes and no blank at the edge, so that `[ -f x ]` is none.
  private func bracketedEnd(in text: ArraySlice<UInt8>) -> Int? {
    let inner = text.dropFirst().prefix(80)
    guard let close = inner.firstIndex(of: Byte.closeBracket), close > inner.startIndex,
      inner[inner.startIndex] != Byte.space, inner[close - 1] != Byte.space,
      inner[..<close].allSatisfy({ isHostByte($0) || $0 == Byte.space })
    else { return nil }
    // `[server]: PS C:\>`, where PowerShell works on another machine.
    if text[(close + 1)...].starts(with: ": PS ".utf8) {
      return powerShellEnd(in: text[(close + 3)...])
    }
    return signEnd(at: close + 1, in: text)
  }

  /// `(venv) $ `, `(venv) user@host:~$ ` and `(venv)$ `
  private func environmentEnd(in text: ArraySlice<UInt8>) -> Int? {
    let inner = text.dropFirst().prefix(40)
    guard let close = inner.firstIndex(of: Byte.closeParen), close > inner.startIndex,
      inner[..<close].allSatisfy({ Byte.continuesName($0) || $0 == Byte.minus || $0 == Byte.dot }),
      close + 1 < text.endIndex
    else { return nil }
    guard text[close + 1] == Byte.space else { return commandStart(at: close + 1, in: text) }
    let rest = text[(close + 2)...]
    guard rest.first != Byte.openParen else { return nil }
    return knownEnd(in: rest)
  }

  /// `/ # ` and `~ $ `, as busybox prints them, and `~/dir$ `.
  private func directoryEnd(in text: ArraySlice<UInt8>) -> Int? {
    let directory = text.prefix(80).prefix { isHostByte($0) }
    let end = directory.endIndex
    guard end < text.endIndex else { return nil }
    return text[end] == Byte.space
      ? signEnd(at: end + 1, in: text) : commandStart(at: end, in: text)
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

  /// `user@host:~/dir# `, `user@host ~/dir $ `, `user@mac dir % `, each perhaps with a branch:
  /// `user@host:~/dir (main)$ `. A `#` behind a blank needs a directory: `user@host # owner` is a
  /// line of a list.
  private func hostEnd(in text: ArraySlice<UInt8>) -> Int? {
    let name = text.prefix(80).prefix { isHostByte($0) }
    guard let at = name.firstIndex(of: Byte.at), at > name.startIndex, at + 1 < name.endIndex else {
      return nil
    }
    if let end = signEnd(at: name.endIndex, in: text) { return end }
    let directory = word(behindBlankAt: name.endIndex, in: text)
    let branch = branchEnd(at: directory.endIndex, in: text)
    let sign = branch < text.endIndex && text[branch] == Byte.space ? branch + 1 : branch
    guard sign < text.endIndex else { return nil }
    switch text[sign] {
    case UInt8(ascii: "%") where !directory.isEmpty:
      return commandStart(behind: UInt8(ascii: "%"), at: sign, in: text)
    case Byte.hash
    where branch == name.endIndex || branch == directory.endIndex && !isPath(directory):
      return nil
    default: return signEnd(at: sign, in: text)
    }
  }

  /// `dir/sub$ `, `host$ ` and `host-1 $ `, with a command behind. Hosts are written in lower case;
  /// `US$ 5` is money.
  private func nameEnd(in text: ArraySlice<UInt8>) -> Int? {
    let name = text.prefix(80).prefix { isHostByte($0) }
    guard let first = name.first, let last = name.last, (0x61...0x7A).contains(first),
      last != Byte.colon, !name.contains(where: { (0x41...0x5A).contains($0) })
    else { return nil }
    if let end = commandStart(at: name.endIndex, in: text) { return end }
    if let end = arrowEnd(behindDirectoryAt: name.endIndex, in: text) { return end }
    guard name.contains(Byte.minus), name.contains(where: Byte.isDigit) else { return nil }
    let sign = text[name.endIndex...].drop { $0 == Byte.space }.startIndex
    return commandStart(at: sign, in: text)
  }

  /// `❯ `, and `➜  dir git:(branch) ✗ ` as the default theme of Oh My Zsh prints it. Only at the
  /// very start of a line: programs print arrows too, as `  ➜  Local: http://localhost`.
  private func arrowEnd(in line: ArraySlice<UInt8>) -> Int? {
    guard let first = line.first, first >= 0x80,
      let arrow = Self.arrows.first(where: { line.starts(with: $0) }),
      let end = finish(line.startIndex + arrow.count, in: line), end < line.endIndex
    else { return nil }
    guard arrow == Self.arrows[0], line[end] == Byte.space else { return end }
    let directory = word(behindBlankAt: end, in: line)
    guard let last = directory.last, last != Byte.colon else { return nil }
    var index = directory.endIndex
    if line[index...].starts(with: " git:(".utf8) {
      guard let close = line[index...].prefix(80).firstIndex(of: Byte.closeParen) else {
        return nil
      }
      index = close + 1
      if line[index...].starts(with: " ✗".utf8) { index += " ✗".utf8.count }
    }
    return finish(index, in: line)
  }

  /// `host ~ ➜ `, with a cross behind a command that failed.
  private func arrowEnd(behindDirectoryAt index: Int, in text: ArraySlice<UInt8>) -> Int? {
    let directory = word(behindBlankAt: index, in: text)
    guard isPath(directory), directory.endIndex < text.endIndex else { return nil }
    let rest = text[(directory.endIndex + 1)...]
    guard text[directory.endIndex] == Byte.space,
      let arrow = ["➜", "✖"].first(where: { rest.starts(with: $0.utf8) })
    else { return nil }
    return finish(rest.startIndex + arrow.utf8.count, in: text)
  }

  private static let arrows = ["➜", "❯", "λ"].map { Array($0.utf8) }

  /// The word behind one blank, or nothing there.
  private func word(behindBlankAt index: Int, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard index < text.endIndex, text[index] == Byte.space else { return text[index..<index] }
    let word = text[(index + 1)...].prefix(80).prefix { isHostByte($0) }
    return word.isEmpty ? text[index..<index] : word
  }

  private func isPath(_ word: ArraySlice<UInt8>) -> Bool {
    word.first == Byte.slash || word.first == UInt8(ascii: "~")
  }

  /// The index behind ` (branch)`, or the index itself.
  private func branchEnd(at index: Int, in text: ArraySlice<UInt8>) -> Int {
    guard text[index...].starts(with: " (".utf8) else { return index }
    let name = text[(index + 2)...].prefix(80).prefix { isHostByte($0) }
    guard !name.isEmpty, name.endIndex < text.endIndex, text[name.endIndex] == Byte.closeParen
    else { return index }
    return name.endIndex + 1
  }

  /// The index behind a `$ ` or `% `, if something follows.
  private func commandStart(
    behind sign: UInt8 = Byte.dollar, at index: Int, in text: ArraySlice<UInt8>
  ) -> Int? {
    guard index < text.endIndex, text[index] == sign,
      let end = finish(index + 1, in: text), end < text.endIndex, text[end] != Byte.space
    else { return nil }
    return end
  }

  /// Whether a prompt, with the blanks around it, is PowerShell's.
  static func isPowerShell(_ prompt: ArraySlice<UInt8>) -> Bool {
    let text = prompt.drop { $0 == Byte.space || $0 == Byte.tab }
    if text.first == Byte.openBracket, let close = text.firstIndex(of: Byte.closeBracket) {
      return text[close...].starts(with: "]: PS ".utf8)
    }
    return text.starts(with: "PS ".utf8) || text.starts(with: "PS>".utf8)
  }

  /// `PS C:\Users>` and `PS>`
  private func powerShellEnd(in text: ArraySlice<UInt8>) -> Int? {
    guard Self.isPowerShell(text) else { return nil }
    let inner = text.dropFirst(2).prefix(120)
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
