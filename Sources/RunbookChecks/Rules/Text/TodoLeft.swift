import RunbookCommands
import RunbookModel

enum TodoLeft {
  static let rule = Rule(
    "todo-left", .warning, "something is left to do",
    rationale: """
      TODO, TBD, FIXME and XXX are notes to the author. On a page that someone follows at night they
      mark the place where the help ends.
      """,
    passing: [
      Rule.Example("Search for `TODO` in a todo list, see TODO-12 and [it](https://a.b/TODO/x)."),
      Rule.Example("```bash\nmktemp /tmp/x.XXXXXX # makes XXX files\ngrep TODO notes\n```"),
      Rule.Example("```text\n# TODO in some output\n```\n\nClass XXX, size XXXL."),
    ],
    failing: [
      Rule.Example("# ▸TODO\n\nRestart it. ▸FIXME: how?\n\n| A | B |\n|-|-|\n| **▸TBD** | x |"),
      Rule.Example("```bash\nls\n# ▸TODO: command needed\nls # ▸XXX\n```"),
      Rule.Example("```yaml\n# ▸FIXME\na: b  # ▸TBD\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var words: [ByteRange] = []
    for entry in context.outline.prose { collect(entry.value, context.file, &words) }
    for comment in comments(context) {
      words += TodoWords.find(in: comment, of: context.file.bytes, isComment: true)
    }
    words.sort { $0.lowerBound < $1.lowerBound }
    var lastLine: Int?
    for word in words {
      let line = context.file.lines.line(at: word.lowerBound)
      // `TODO: TBD` is one thing to do.
      guard line != lastLine else { continue }
      lastLine = line
      diagnostics.append(
        context.finding(
          rule, at: word, "`\(context.file.text(word))` is left",
          explanation: "Write what is missing, or say plainly that it is not known."))
    }
  }

  private static func collect(
    _ inlines: [Inline], _ file: SourceFile, _ words: inout [ByteRange]
  ) {
    for inline in inlines {
      switch inline.kind {
      case .text:
        words += TodoWords.find(in: inline.range, of: file.bytes, isComment: false)
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, let content):
        collect(content, file, &words)
      case .link(let link): collect(link.content, file, &words)
      case .code, .html, .image, .softBreak, .hardBreak, .footnoteReference: break
      }
    }
  }

  private static func comments(_ context: PageContext) -> [ByteRange] {
    let shell = context.draft.blocks
    var comments = shell.flatMap(\.comments)
    let indices = Set(shell.map(\.index))
    for (index, block) in context.outline.codeBlocks.enumerated() where !indices.contains(index) {
      comments += TodoWords.comments(of: block.value, context.file)
    }
    return comments
  }
}

private enum TodoWords {
  /// Blocks of these hold what a program printed, or prose.
  private static let plain: Set = [
    "", "diff", "log", "output", "patch", "plain", "plaintext", "text", "txt",
  ]
  private static let words = ["TODO", "TBD", "FIXME", "XXX"].map { Array($0.utf8) }

  /// The comments at line ends of a block that is not shell, as far as all languages agree.
  static func comments(of block: CodeBlock, _ file: SourceFile) -> [ByteRange] {
    guard !plain.contains(block.language) else { return [] }
    // Nothing but a comment is a text that the reader is to write.
    guard
      block.text.split(separator: "\n").contains(where: { line in
        let text = Array(line.utf8).drop { $0 == UInt8(ascii: " ") || $0 == 9 }
        return !text.isEmpty && !startsComment(text)
      })
    else { return [] }
    return block.lineOffsets.compactMap { offset in
      let number = file.lines.line(at: offset)
      let line = file.lines.contentRange(ofLine: number, in: file.bytes)
        .clamped(to: offset..<Int.max)
      var isAfterBlank = true
      for index in line {
        if isAfterBlank, startsComment(file.bytes[index..<line.upperBound]) {
          return index..<line.upperBound
        }
        isAfterBlank = file.bytes[index] == UInt8(ascii: " ") || file.bytes[index] == 9
      }
      return nil
    }
  }

  private static func startsComment(_ text: ArraySlice<UInt8>) -> Bool {
    text.first == UInt8(ascii: "#")
      || ["//", "-- ", "/*", "<!--"].contains { text.starts(with: $0.utf8) }
  }

  static func find(in range: ByteRange, of bytes: [UInt8], isComment: Bool) -> [ByteRange] {
    let range = range.clamped(to: 0..<bytes.count)
    var found: [ByteRange] = []
    var index = range.lowerBound
    while let start = bytes.firstIndex(in: index..<range.upperBound, where: startsNote) {
      index = start
      guard startsWord(at: index, bytes),
        let word = words.first(where: { bytes[index..<range.upperBound].starts(with: $0) }),
        endsWord(at: index + word.count, bytes)
      else {
        index += 1
        continue
      }
      let place = index..<index + word.count
      index = place.upperBound
      let isCrosses = word.count == 3 && word[0] == UInt8(ascii: "X")
      if !isCrosses || means(place, in: range, bytes, isComment) { found.append(place) }
    }
    return found
  }

  /// `XXX` is a note with a colon, or as all that a comment says.
  private static func means(
    _ place: ByteRange, in range: ByteRange, _ bytes: [UInt8], _ isComment: Bool
  ) -> Bool {
    if place.upperBound < range.upperBound, bytes[place.upperBound] == UInt8(ascii: ":") {
      return true
    }
    return isComment && bytes[range.lowerBound..<place.lowerBound].allSatisfy { !isWordByte($0) }
      && bytes[place.upperBound..<range.upperBound].allSatisfy { !isWordByte($0) }
  }

  private static func startsNote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "T") || byte == UInt8(ascii: "F") || byte == UInt8(ascii: "X")
  }

  private static func startsWord(at index: Int, _ bytes: [UInt8]) -> Bool {
    guard index > 0 else { return true }
    let previous = bytes[index - 1]
    return !isWordByte(previous) && !previous.isOne(of: "-/.$\\")
  }

  private static func endsWord(at index: Int, _ bytes: [UInt8]) -> Bool {
    guard index < bytes.count else { return true }
    if isWordByte(bytes[index]) || bytes[index] == UInt8(ascii: "/") { return false }
    let joins = bytes[index] == UInt8(ascii: "-") || bytes[index] == UInt8(ascii: ".")
    return !(joins && index + 1 < bytes.count && isWordByte(bytes[index + 1]))
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte >= 0x80
      || byte == UInt8(ascii: "_")
  }
}

extension [UInt8] {
  fileprivate func firstIndex(in range: ByteRange, where isWanted: (UInt8) -> Bool) -> Int? {
    withUnsafeBufferPointer { bytes in
      for index in range where isWanted(bytes[index]) { return index }
      return nil
    }
  }
}
