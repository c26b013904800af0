import RunbookChecks
import RunbookCommands

/// Code and what its bytes are. Whoever paints may paint over, outside and twice: the text that comes
/// out is always the text that went in.
package struct CodePaint {
  /// A part of the text that is more than a colour.
  struct Span {
    enum Kind {
      case command, prompt, output
      case placeholder(PlaceholderQuoting)
    }

    let kind: Kind
    let range: Range<Int>
  }

  let text: [UInt8]
  private var styles: [UInt8]
  /// Commands, output and prompts before commands; none inside another.
  var parts: [Span] = []
  /// Placeholders and prompts inside commands.
  var details: [Span] = []

  package init(_ text: [UInt8]) {
    self.text = text
    styles = [UInt8](repeating: CodeStyle.plain.rawValue, count: text.count)
  }

  package mutating func paint(_ range: Range<Int>, _ style: CodeStyle) {
    let range = range.clamped(to: 0..<text.count)
    for index in range { styles[index] = style.rawValue }
  }

  /// Paints only what has no style yet.
  mutating func underpaint(_ range: Range<Int>, _ style: CodeStyle) {
    let range = range.clamped(to: 0..<text.count)
    for index in range where styles[index] == 0 { styles[index] = style.rawValue }
  }

  /// - Parameter range: of `<name>`, the angle brackets included.
  mutating func addPlaceholder(_ range: Range<Int>, _ quoting: PlaceholderQuoting) {
    details.append(Span(kind: .placeholder(quoting), range: range))
  }

  /// Adds every `<name>` outside shell, but for what programs print in the place of a value.
  mutating func addPlaceholders() {
    for range in PlaceholderScanner.ranges(in: text) {
      let name = String(decoding: text[range.dropFirst().dropLast()], as: UTF8.self)
      if !ShellPlaceholders.printed.contains(name) { addPlaceholder(range, .text) }
    }
  }

  /// True if the text comes out as it is.
  var isPlain: Bool { parts.isEmpty && details.isEmpty && styles.allSatisfy { $0 == 0 } }

  package func write(to output: inout [UInt8]) {
    var writer = PaintWriter(paint: self, details: Self.ordered(details))
    for part in Self.ordered(parts) { writer.write(part, to: &output) }
    writer.write(until: text.count, to: &output)
  }

  func style(at index: Int) -> UInt8 { styles[index] }

  /// The index behind the bytes that have the same style as the first.
  func endOfStyle(at start: Int, limit: Int) -> Int {
    var end = start + 1
    while end < limit && styles[end] == styles[start] { end += 1 }
    return end
  }

  /// By start, the longer first. They come almost in order, and there are few.
  private static func ordered(_ spans: [Span]) -> [Span] {
    spans.sorted {
      ($0.range.lowerBound, $1.range.upperBound) < ($1.range.lowerBound, $0.range.upperBound)
    }
  }
}

/// Goes over the text once.
private struct PaintWriter {
  let paint: CodePaint
  let details: [CodePaint.Span]
  var nextDetail = 0
  var position = 0

  init(paint: CodePaint, details: [CodePaint.Span]) {
    self.paint = paint
    self.details = details
  }

  mutating func write(_ part: CodePaint.Span, to output: inout [UInt8]) {
    let end = min(part.range.upperBound, paint.text.count)
    guard part.range.lowerBound >= position, part.range.lowerBound < end else { return }
    write(until: part.range.lowerBound, to: &output)
    open(part, &output)
    write(until: end, to: &output)
    output += Self.closing
  }

  /// Writes the text up to an index with the placeholders and prompts that lie before it.
  mutating func write(until end: Int, to output: inout [UInt8]) {
    while nextDetail < details.count, details[nextDetail].range.lowerBound < end {
      let detail = details[nextDetail]
      nextDetail += 1
      guard detail.range.lowerBound >= position, detail.range.upperBound <= end,
        !detail.range.isEmpty
      else { continue }
      writeRuns(until: detail.range.lowerBound, to: &output)
      open(detail, &output)
      Self.escape(paint.text[detail.range], to: &output)
      output += Self.closing
      position = detail.range.upperBound
    }
    writeRuns(until: end, to: &output)
  }

  private mutating func writeRuns(until end: Int, to output: inout [UInt8]) {
    while position < end {
      let runEnd = paint.endOfStyle(at: position, limit: end)
      let style = Int(paint.style(at: position))
      if style != 0 { output += CodeStyle.openings[style] }
      Self.escape(paint.text[position..<runEnd], to: &output)
      if style != 0 { output += CodeStyle.closing }
      position = runEnd
    }
  }

  private func open(_ span: CodePaint.Span, _ output: inout [UInt8]) {
    switch span.kind {
    case .command: output += Self.command
    case .prompt: output += Self.prompt
    case .output: output += Self.output
    case .placeholder(let quoting):
      output += Self.placeholder
      Self.escape(paint.text[span.range].dropFirst().dropLast(), to: &output)
      output += "\" data-q=".utf8
      output += quoting.rawValue.utf8
      output.append(UInt8(ascii: ">"))
    }
  }

  private static let command = Array("<span class=cmd>".utf8)
  private static let prompt = Array("<span class=pr>".utf8)
  private static let output = Array("<span class=out>".utf8)
  private static let placeholder = Array("<span class=ph data-in=\"".utf8)
  private static let closing = Array("</span>".utf8)

  private static func escape(_ text: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var start = text.startIndex
    for index in text.indices {
      let entity: StaticString
      switch text[index] {
      case UInt8(ascii: "&"): entity = "&amp;"
      case UInt8(ascii: "<"): entity = "&lt;"
      case UInt8(ascii: ">"): entity = "&gt;"
      case UInt8(ascii: "\""): entity = "&quot;"
      default: continue
      }
      output += text[start..<index]
      output.append(
        contentsOf: UnsafeBufferPointer(start: entity.utf8Start, count: entity.utf8CodeUnitCount))
      start = index + 1
    }
    output += text[start...]
  }
}
