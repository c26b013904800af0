import RunbookModel

/// Reads the opening line of a fenced block from the source, so that every attribute has its place:
/// ```` ```bash {step=find in=workstation quickref="Find the node"} ````.
enum FenceParser {
  /// - Parameter info: the info string with escapes resolved, which only the language word is taken
  ///   from: attributes are ours and have no escapes.
  static func parse(
    _ file: SourceFile, at start: Int, length: Int, info resolved: String, isClosed: Bool
  ) -> Fence {
    let line = file.lines.contentRange(ofLine: file.lines.line(at: start), in: file.bytes)
    let marker = start..<min(start + length, line.upperBound)
    var scanner = Scanner(file: file, index: marker.upperBound, end: line.upperBound)
    scanner.skipBlanks()
    let infoStart = scanner.index
    let language = scanner.braced() ?? plainLanguage(resolved, scanner.word(stoppingAt: "{").range)
    var attributes: [FenceAttribute] = []
    while let attribute = scanner.attribute() { attributes.append(attribute) }
    let info = infoStart..<max(infoStart, file.trimmedEnd(of: line))
    return Fence(
      language: language, attributes: attributes, info: SourceText(file.text(info), range: info),
      marker: marker, isClosed: isClosed)
  }

  /// The language word; what other tools put after it without a space is none of it: `rust,ignore`,
  /// `js:app.js`, `bash=`.
  private static func plainLanguage(_ info: String, _ place: ByteRange) -> SourceText {
    let word = info.utf8.prefix { !$0.isOne(of: " \t{") }
    let before = word.prefix { !$0.isOne(of: ",:=;") }
    let language = before.isEmpty ? word : before
    // A reference such as `&nGt;` may stand for more bytes than it has.
    let end = max(place.lowerBound, place.upperBound - (word.count - language.count))
    return SourceText(String(Substring(language)), range: place.lowerBound..<end)
  }

  private struct Scanner {
    let file: SourceFile
    var index: Int
    let end: Int

    private var byte: UInt8? { index < end ? file.bytes[index] : nil }

    mutating func skipBlanks() {
      while let byte, byte == UInt8(ascii: " ") || byte == 9 { index += 1 }
    }

    /// The language in `{.bash}` of Pandoc and in `{code-block} bash` of MyST; nil, with nothing read, for
    /// anything else.
    mutating func braced() -> SourceText? {
      let start = index
      guard byte == UInt8(ascii: "{") else { return nil }
      index += 1
      if byte == UInt8(ascii: ".") {
        index += 1
        let name = word(stoppingAt: "}")
        if !name.text.isEmpty { return name }
      } else if Fence.codeDirectives.contains(word(stoppingAt: "}").text),
        byte == UInt8(ascii: "}")
      {
        index += 1
        skipBlanks()
        return word(stoppingAt: "{")
      }
      index = start
      return nil
    }

    mutating func word(stoppingAt stops: StaticString) -> SourceText {
      let start = index
      while let byte, byte != UInt8(ascii: " "), byte != 9, !byte.isOne(of: stops) {
        index += 1
      }
      return SourceText(file.text(start..<index), range: start..<index)
    }

    /// The next `name`, `name=value` or `name="value"`; braces and commas between them mean nothing.
    mutating func attribute() -> FenceAttribute? {
      while let byte, byte.isOne(of: " \t{},") { index += 1 }
      guard byte != nil else { return nil }
      let name = word(stoppingAt: "=},")
      guard byte == UInt8(ascii: "=") else {
        if name.text.isEmpty { index += 1 }
        return FenceAttribute(name: name, value: SourceText("", range: index..<index))
      }
      index += 1
      return FenceAttribute(name: name, value: value())
    }

    private mutating func value() -> SourceText {
      guard let quote = byte, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
        return word(stoppingAt: "},")
      }
      index += 1
      let start = index
      while let byte, byte != quote { index += 1 }
      let value = SourceText(file.text(start..<index), range: start..<index)
      if byte != nil { index += 1 }
      return value
    }
  }
}

extension SourceFile {
  /// The end of a range without the blanks at its end.
  fileprivate func trimmedEnd(of range: ByteRange) -> Int {
    var end = range.upperBound
    while end > range.lowerBound && (bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == 9) {
      end -= 1
    }
    return end
  }
}
