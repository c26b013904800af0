package import RunbookModel

/// The ways in which documents write a value that the reader fills in.
package enum PlaceholderNotation: String, Sendable, CaseIterable {
  /// `<name>`
  case angle
  /// `{{name}}`
  case mustache
  /// `[NAME]`
  case bracket
  /// `YOUR_NAME`, `your-name`
  case yours
  /// `XXX`, `xxxx`
  case crosses

  package struct Finding: Sendable, Hashable {
    package let notation: PlaceholderNotation
    package let name: String
    package let range: ByteRange
  }

  /// Every placeholder that is certain to be one. A Go template such as `{{.Status}}` is none, and
  /// neither are `[a-z]` (a glob) or `[0]`.
  package static func find(in word: ShellWord) -> [Finding] {
    var findings: [Finding] = []
    add(word, to: &findings)
    return findings
  }

  private static func add(_ word: ShellWord, to findings: inout [Finding]) {
    if let text = word.literal, !mayHoldOne(text) { return }
    if let whole = bracketed(word) {
      findings.append(whole)
    } else {
      for piece in word.pieces { add(piece, to: &findings) }
    }
  }

  private static func add(_ piece: WordPiece, to findings: inout [Finding]) {
    switch piece.kind {
    case .placeholder(let name):
      findings.append(Finding(notation: .angle, name: name, range: piece.range))
    case .text(let text):
      if mayHoldOne(text) { findings += find(in: Array(text.utf8), at: piece.range) }
    case .parameter(let expansion): for piece in expansion.nested { add(piece, to: &findings) }
    case .arithmetic(let pieces): for piece in pieces { add(piece, to: &findings) }
    case .escape, .command, .process: break
    }
  }

  /// Whether a text has what any notation needs: `{`, `[`, or `yo` or `xx` in a name.
  private static func mayHoldOne(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      if byte == Byte.openBrace || byte == Byte.openBracket { return true }
      let letter = byte | 0x20
      if last == UInt8(ascii: "y") && letter == UInt8(ascii: "o") { return true }
      if last == UInt8(ascii: "x") && letter == last { return true }
      last = letter
    }
    return false
  }

  /// Includes `{{ name }}` outside quotes, which a shell splits into three words.
  package static func find(in command: SimpleCommand) -> [Finding] {
    var findings: [Finding] = []
    for word in command.words { add(word, to: &findings) }
    for assignment in command.assignments {
      for word in assignment.value { findings += find(in: word) }
    }
    for redirection in command.redirections { findings += find(in: redirection.target) }
    let words = command.words
    guard words.count > 2 else { return findings.sorted(by: precedes) }
    for index in words.indices.dropFirst().dropLast()
    where words[index - 1].leadingText.utf8.last == Byte.openBrace {
      guard let name = words[index].literal, isMustacheName(Array(name.utf8)[...]),
        words[index - 1].literal?.hasSuffix("{{") == true,
        words[index + 1].literal?.hasPrefix("}}") == true
      else { continue }
      let range = words[index - 1].range.upperBound - 2..<words[index + 1].range.lowerBound + 2
      findings.append(Finding(notation: .mustache, name: name, range: range))
    }
    return findings.sorted(by: precedes)
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    left.range.lowerBound < right.range.lowerBound
  }

  // MARK: Inside text

  /// The piece's value and its page text have the same length, because it holds no escape.
  private static func find(in text: [UInt8], at range: ByteRange) -> [Finding] {
    var findings: [Finding] = []
    var index = 0
    while index < text.count {
      if text[index] == Byte.openBrace, let end = mustacheEnd(in: text, at: index) {
        let name = trimmed(text[(index + 2)..<(end - 2)])
        findings.append(finding(.mustache, name, index..<end, in: range))
        index = end
      } else if Byte.startsName(text[index]) {
        let end = endOfName(in: text, at: index)
        if let notation = notation(of: text[index..<end]) {
          findings.append(finding(notation, text[index..<end], index..<end, in: range))
        }
        index = end
      } else {
        index += 1
      }
    }
    return findings
  }

  private static func finding(
    _ notation: PlaceholderNotation, _ name: ArraySlice<UInt8>, _ local: Range<Int>,
    in range: ByteRange
  ) -> Finding {
    let start = min(range.lowerBound + local.lowerBound, range.upperBound)
    return Finding(
      notation: notation, name: String(decoding: name, as: UTF8.self),
      range: start..<min(range.lowerBound + local.upperBound, range.upperBound))
  }

  private static func endOfName(in text: [UInt8], at start: Int) -> Int {
    var end = start
    while end < text.count, Byte.continuesName(text[end]) || text[end] == Byte.minus { end += 1 }
    return end
  }

  private static func notation(of name: ArraySlice<UInt8>) -> PlaceholderNotation? {
    let isCrosses = name.count >= 3 && name.allSatisfy { $0 | 0x20 == UInt8(ascii: "x") }
    if isCrosses { return .crosses }
    let lowered = name.map { Byte.isLetter($0) ? $0 | 0x20 : $0 }
    guard lowered.starts(with: "your".utf8), lowered.count > 5 else { return nil }
    return lowered[4] == Byte.underscore || lowered[4] == Byte.minus ? .yours : nil
  }

  // MARK: Braces and brackets

  /// The index behind `{{name}}` or `{{ name }}` on one line.
  private static func mustacheEnd(in text: [UInt8], at start: Int) -> Int? {
    guard start + 4 < text.count, text[start + 1] == Byte.openBrace,
      start == 0 || text[start - 1] != Byte.dollar
    else { return nil }
    let rest = text[(start + 2)...].prefix(80)
    guard let close = rest.firstIndex(of: Byte.closeBrace), close + 1 < text.count,
      text[close + 1] == Byte.closeBrace, isMustacheName(trimmed(rest[..<close]))
    else { return nil }
    return close + 2
  }

  /// Names that are words of the Go template language are none.
  private static func isMustacheName(_ name: ArraySlice<UInt8>) -> Bool {
    guard let first = name.first, Byte.isLetter(first) else { return false }
    guard name.allSatisfy({ Byte.continuesName($0) || $0 == Byte.minus || $0 == Byte.dot }) else {
      return false
    }
    return !["end", "else", "break", "continue"].contains(String(decoding: name, as: UTF8.self))
  }

  private static func trimmed(_ name: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var name = name.drop { $0 == Byte.space }
    while name.last == Byte.space { name.removeLast() }
    return name
  }

  /// `[POD_NAME]` as a whole word, in capitals and with more than one letter.
  private static func bracketed(_ word: ShellWord) -> Finding? {
    guard !word.isQuoted, let text = word.literal.map({ Array($0.utf8) }), text.count > 3,
      text.first == Byte.openBracket, text.last == Byte.closeBracket
    else { return nil }
    let name = text.dropFirst().dropLast()
    let isName = name.allSatisfy { byte in
      Byte.continuesName(byte) && !(0x61...0x7A).contains(byte) || byte == Byte.minus
    }
    guard isName, Byte.isLetter(name[1]) else { return nil }
    return Finding(
      notation: .bracket, name: String(decoding: name, as: UTF8.self), range: word.range)
  }
}
