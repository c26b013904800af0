import RunbookModel

/// What certainly is no TOML (https://toml.io/en/v1.0.0): a header that is not closed, a line without
/// `=`, a value that is no value, a text that ends with its line. What is nested in a value is not read.
enum TOMLSyntax {
  static func problem(in text: SourceFile) -> DataProblem? {
    var open: Multiline?
    for number in 0..<text.lines.count {
      let range = text.lines.contentRange(ofLine: number, in: text.bytes)
      let line = text.bytes[range].drop { $0 == 32 || $0 == 9 }
      if let current = open {
        open = current.after(line)
        continue
      }
      guard let first = line.first, first != UInt8(ascii: "#") else { continue }
      if first == UInt8(ascii: "[") {
        if let problem = header(line) { return problem }
        continue
      }
      guard let equals = assignment(line) else {
        return DataProblem(text: "a `=` is missing after the name", offset: line.startIndex)
      }
      let value = line[(equals + 1)...].drop { $0 == 32 || $0 == 9 }
      if let problem = wrong(value, at: equals) { return problem }
      open = Multiline(value)
    }
    return nil
  }

  /// The first header of a section that is not closed on its line.
  static func brokenHeader(in text: SourceFile) -> DataProblem? {
    for number in 0..<text.lines.count {
      let line = text.bytes[text.lines.contentRange(ofLine: number, in: text.bytes)]
      // A value may go on on an indented line.
      if line.first == UInt8(ascii: "["), !line.contains(UInt8(ascii: "]")),
        !line.contains(UInt8(ascii: "=")), !line.contains(UInt8(ascii: ","))
      {
        return DataProblem(text: "this header has no `]`", offset: line.startIndex)
      }
    }
    return nil
  }

  private static func header(_ line: ArraySlice<UInt8>) -> DataProblem? {
    let text = line.prefix { $0 != UInt8(ascii: "#") }
    let isDouble = line.dropFirst().first == UInt8(ascii: "[")
    let closing = text.filter { $0 == UInt8(ascii: "]") }.count
    guard closing < (isDouble ? 2 : 1), !text.contains(UInt8(ascii: "\"")) else { return nil }
    return DataProblem(
      text: "this header has no `\(isDouble ? "]]" : "]")`", offset: line.startIndex)
  }

  /// Where the `=` of a line stands; nil where none does after a name.
  private static func assignment(_ line: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8?
    for index in line.indices {
      let byte = line[index]
      if let current = quote {
        if byte == current { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: "=") {
        return index
      }
    }
    return nil
  }

  private static func wrong(_ value: ArraySlice<UInt8>, at equals: Int) -> DataProblem? {
    guard let first = value.first, first != UInt8(ascii: "#") else {
      return DataProblem(text: "a value is missing after the `=`", offset: equals)
    }
    switch first {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let isLong = value.dropFirst().first == first && value.dropFirst(2).first == first
      guard !isLong, end(of: value, first) == nil else { return nil }
      return DataProblem(text: "this text is not closed on its line", offset: value.startIndex)
    case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "+"), UInt8(ascii: "-"):
      return nil
    default:
      let word = String(
        decoding: value.prefix { ![32, 9, UInt8(ascii: "#")].contains($0) }, as: UTF8.self)
      guard first < 0x80, first.isLetter, !["true", "false", "inf", "nan"].contains(word) else {
        return nil
      }
      return DataProblem(
        text: "`\(word.prefix(40))` is no value; text stands in quotation marks",
        offset: value.startIndex)
    }
  }

  /// Where a text that begins with a quotation mark ends; nil where it does not.
  private static func end(of value: ArraySlice<UInt8>, _ quote: UInt8) -> Int? {
    var index = value.startIndex + 1
    while index < value.endIndex {
      if value[index] == quote { return index }
      index += quote == UInt8(ascii: "\"") && value[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  /// A value that goes on on the next line.
  private enum Multiline {
    /// A text between three quotation marks.
    case text([UInt8])
    /// An array or a table with so many brackets open.
    case brackets(Int)

    init?(_ value: ArraySlice<UInt8>) {
      for mark in ["\"\"\"", "'''"] where value.starts(with: mark.utf8) {
        let mark = Array(mark.utf8)
        guard !value.dropFirst(3).holds(mark) else { return nil }
        self = .text(mark)
        return
      }
      let depth = Self.depth(of: value)
      guard depth > 0, (value.first ?? 0).isOne(of: "[{") else { return nil }
      self = .brackets(depth)
    }

    func after(_ line: ArraySlice<UInt8>) -> Multiline? {
      switch self {
      case .text(let mark): return line.holds(mark) ? nil : self
      case .brackets(let count):
        let depth = count + Self.depth(of: line)
        return depth > 0 ? .brackets(depth) : nil
      }
    }

    /// Brackets that a line opens more than it closes, those in texts left out.
    private static func depth(of line: ArraySlice<UInt8>) -> Int {
      var depth = 0
      var quote: UInt8?
      for byte in line {
        if let current = quote {
          if byte == current { quote = nil }
          continue
        }
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "#"): return depth
        case UInt8(ascii: "["), UInt8(ascii: "{"): depth += 1
        case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
        default: break
        }
      }
      return depth
    }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func holds(_ text: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: text) }
  }
}

extension UInt8 {
  /// An ASCII letter.
  var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }
}
