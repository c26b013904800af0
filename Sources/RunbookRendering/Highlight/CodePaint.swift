import RunbookChecks
import RunbookCommands

/// Code and what its bytes are. Whoever paints may paint over, outside and twice: the text that comes
/// out is always the text that went in.
package struct CodePaint {
  /// A part of the text that is more than a colour.
  package struct Span {
    package enum Kind {
      case command, prompt, output
      case placeholder(PlaceholderMark)
    }

    let kind: Kind
    let range: Range<Int>

    package init(kind: Kind, range: Range<Int>) {
      self.kind = kind
      self.range = range
    }
  }

  let text: [UInt8]
  private var styles: [UInt8]
  /// Commands, output and prompts before commands; none inside another.
  package var parts: [Span] = []
  /// Placeholders and prompts inside commands.
  var details: [Span] = []
  /// What must not break, in order; none over the end of a part, or of a comment.
  private(set) var words: [CodeWords.Unit] = []
  private(set) var commentWords: [CodeWords.Unit] = []

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
  package mutating func addPlaceholder(_ range: Range<Int>, _ mark: PlaceholderMark) {
    details.append(Span(kind: .placeholder(mark), range: range))
  }

  /// Adds every `<name>` outside shell, but for what programs print in the place of a value.
  mutating func addPlaceholders(_ mark: PlaceholderMark = PlaceholderMark()) {
    for range in PlaceholderScanner.ranges(in: text) {
      let name = String(decoding: text[range.dropFirst().dropLast()], as: UTF8.self)
      if !ShellPlaceholders.printed.contains(name) { addPlaceholder(range, mark) }
    }
  }

  /// Adds those in commands that the shell's tree does not have: in a statement that does not parse,
  /// in a subscript. They are filled with nothing.
  mutating func addUnread() {
    let known = details.map(\.range)
    for range in PlaceholderScanner.ranges(in: text)
    where styles[range.lowerBound] != CodeStyle.comment.rawValue
      && !known.contains(where: { $0.overlaps(range) })
      && parts.contains(where: {
        if case .command = $0.kind { $0.range.contains(range.lowerBound) } else { false }
      })
    {
      let name = String(decoding: text[range.dropFirst().dropLast()], as: UTF8.self)
      if !ShellPlaceholders.printed.contains(name) { addPlaceholder(range, .unread) }
    }
  }

  /// Keeps words whole, but for what programs print: that is scrolled. To be called last.
  mutating func keepWords(isCell: Bool = false) {
    let wholes = Self.ordered(details).map(\.range)
    var edges = Set([0, text.count])
    var outputs: Set<Int> = []
    for part in parts {
      edges.formUnion([part.range.lowerBound, min(part.range.upperBound, text.count)])
      if case .output = part.kind { outputs.insert(part.range.lowerBound) }
    }
    let comment = CodeStyle.comment.rawValue
    for index in styles.indices.dropFirst()
    where (styles[index] == comment) != (styles[index - 1] == comment) { edges.insert(index) }
    let places = edges.sorted()
    for (start, end) in zip(places, places.dropFirst()) {
      if outputs.contains(start) { continue }
      let found = CodeWords.units(of: text, in: start..<end, wholes: wholes, isCell: isCell)
      if styles[start] == comment { commentWords += found } else { words += found }
    }
  }

  /// How many commands there are to copy.
  var commandCount: Int {
    parts.count { if case .command = $0.kind { true } else { false } }
  }

  /// True if the text comes out as it is.
  var isPlain: Bool {
    parts.isEmpty && details.isEmpty && words.isEmpty && styles.allSatisfy { $0 == 0 }
  }

  /// - Parameter words: what readers are told of placeholders.
  package func write(_ words: Words, to output: inout [UInt8]) {
    var writer = PaintWriter(paint: self, details: Self.ordered(details), words: words)
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
  let words: Words
  var nextDetail = 0
  var nextWord = 0
  var nextCommentWord = 0
  var position = 0

  init(paint: CodePaint, details: [CodePaint.Span], words: Words) {
    self.words = words
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

  /// Writes the text up to an index with what lies before it.
  mutating func write(until end: Int, to output: inout [UInt8]) {
    while nextWord < paint.words.count, paint.words[nextWord].range.lowerBound < end {
      let word = paint.words[nextWord]
      nextWord += 1
      guard word.range.lowerBound >= position, word.range.upperBound <= end else { continue }
      writeDetails(until: word.range.lowerBound, to: &output)
      write(word, to: &output)
      if word.isSplit { output += Self.mayBreak }
    }
    writeDetails(until: end, to: &output)
  }

  private mutating func write(_ word: CodeWords.Unit, to output: inout [UInt8]) {
    let range = word.range
    let style = Int(paint.style(at: range.lowerBound))
    let isOne =
      paint.endOfStyle(at: range.lowerBound, limit: range.upperBound) == range.upperBound
      && !(nextDetail < details.count && details[nextDetail].range.lowerBound < range.upperBound)
    guard word.needsMarkup, !(isOne && CodeStyle.keepsWords[style]) else {
      return writeDetails(until: range.upperBound, to: &output)
    }
    if isOne && style != 0 {
      output += (word.isLong ? CodeStyle.longOpenings : CodeStyle.wordOpenings)[style]
      Self.escape(paint.text[range], to: &output)
      position = range.upperBound
    } else {
      output += word.isLong ? CodeStyle.longOpenings[0] : CodeStyle.wordOpenings[0]
      writeDetails(until: range.upperBound, to: &output)
    }
    output += CodeStyle.closing
  }

  /// Writes the text up to an index with the placeholders and prompts that lie before it.
  private mutating func writeDetails(until end: Int, to output: inout [UInt8]) {
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
      if style == Int(CodeStyle.comment.rawValue) { writeCommentWords(until: runEnd, to: &output) }
      Self.escape(paint.text[position..<runEnd], to: &output)
      if style != 0 { output += CodeStyle.closing }
      position = runEnd
    }
  }

  /// A comment stays one element, as a copied command leaves out elements.
  private mutating func writeCommentWords(until end: Int, to output: inout [UInt8]) {
    while nextCommentWord < paint.commentWords.count,
      case let word = paint.commentWords[nextCommentWord], word.range.lowerBound < end
    {
      nextCommentWord += 1
      guard word.needsMarkup, word.range.lowerBound >= position, word.range.upperBound <= end
      else { continue }
      Self.escape(paint.text[position..<word.range.lowerBound], to: &output)
      output += word.isLong ? CodeStyle.longOpenings[0] : CodeStyle.wordOpenings[0]
      Self.escape(paint.text[word.range], to: &output)
      output += CodeStyle.closing
      position = word.range.upperBound
    }
  }

  private func open(_ span: CodePaint.Span, _ output: inout [UInt8]) {
    switch span.kind {
    case .command: output += Self.command
    case .prompt: output += Self.prompt
    case .output: output += Self.output
    case .placeholder(let mark):
      output += Self.placeholder
      Self.escape(paint.text[span.range].dropFirst().dropLast(), to: &output)
      output.append(UInt8(ascii: "\""))
      for (name, value) in mark.attributes(words) {
        output += " data-\(name)=".utf8
        // Words need no quotes.
        let mark = name == "q" || name == "only" ? "" : "\""
        output += mark.utf8
        Self.escape(Array(value.utf8)[...], to: &output)
        output += mark.utf8
      }
      output.append(UInt8(ascii: ">"))
    }
  }

  private static let command = Array("<span class=cmd>".utf8)
  private static let prompt = Array("<span class=pr>".utf8)
  private static let output = Array("<span class=out>".utf8)
  private static let placeholder = Array("<span class=ph data-in=\"".utf8)
  private static let closing = Array("</span>".utf8)
  private static let mayBreak = Array("<wbr>".utf8)

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
