/// The help of a program as lines of plain text. It is text by strangers: what terminals act on is taken
/// out, and what is no text at all is refused.
package struct HelpText: Sendable, Equatable {
  /// A line without the blanks around it.
  package struct Line: Sendable, Equatable {
    /// How many columns stand before the text.
    package let indent: Int
    package let text: String

    package var isBlank: Bool { text.isEmpty }
  }

  package let lines: [Line]

  /// Longer help is cut: in lines, and in characters of a line.
  private static let most = (lines: 20_000, length: 2000)

  /// - Returns: nil for bytes that are no text.
  package init?(_ bytes: [UInt8]) {
    guard !bytes.contains(0) else { return nil }
    var cleaner = Cleaner()
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars { cleaner.add(scalar) }
    cleaner.endLine()
    let replaced = cleaner.lines.reduce(0) { count, line in
      count + line.unicodeScalars.count { $0 == "\u{FFFD}" }
    }
    guard replaced * 10 <= bytes.count else { return nil }
    lines = cleaner.lines.prefix(Self.most.lines).map { text in
      let line = text.prefix(Self.most.length)
      let body = line.drop { $0 == " " }
      return Line(indent: line.count - body.count, text: String(body).trimmingEnd())
    }
  }

  package init(_ text: String) { self = HelpText(Array(text.utf8)) ?? HelpText(lines: []) }

  private init(lines: [Line]) { self.lines = lines }

  /// Its last line, for a message: where a program fails, it says there why.
  package var end: String { String((lines.last { !$0.isBlank }?.text ?? "").prefix(120)) }

  /// All of it on one line, for what is looked for wherever it stands.
  var words: String { lines.lazy.map(\.text).joined(separator: " ") }
}

/// Takes out escape sequences and overstruck letters, and makes blanks of tabs.
private struct Cleaner {
  private enum State { case text, escape, sequence, command }

  private(set) var lines: [String] = []
  private var line: [Unicode.Scalar] = []
  private var state = State.text

  mutating func add(_ scalar: Unicode.Scalar) {
    switch state {
    case .escape:
      state = scalar == "[" ? .sequence : scalar == "]" ? .command : .text
    case .sequence:
      if (0x40...0x7E).contains(scalar.value) { state = .text }
    case .command:
      // To the bell, or to the backslash behind another escape character.
      if scalar == "\u{07}" || scalar == "\n" { state = .text }
      if scalar == "\u{1B}" { state = .escape }
    case .text: addText(scalar)
    }
  }

  private mutating func addText(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{1B}": state = .escape
    case "\n": endLine()
    case "\t":
      repeat { line.append(" ") } while line.count % 8 != 0
    // A letter that is struck twice, or over a low line.
    case "\u{08}": _ = line.popLast()
    case "\u{A0}": line.append(" ")
    case "\u{2010}", "\u{2011}", "\u{2212}": line.append("-")
    case _ where scalar.properties.generalCategory == .control: break
    case _ where scalar.properties.generalCategory == .format: break
    default: line.append(scalar)
    }
  }

  mutating func endLine() {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: line)
    lines.append(String(text))
    line = []
  }
}

extension String {
  func trimmingEnd() -> String {
    var text = self[...]
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
