import RunbookModel

extension Language {
  /// Paints a text of this language; what the table does not know stays plain.
  func paint(_ paint: inout CodePaint) {
    var painter = LanguagePainter(language: self, paint: paint)
    painter.run()
    paint = painter.paint
  }
}

/// Goes over the text from left to right. Every look ahead ends at the end of the line, or is not
/// made again once it has failed, so that the time is linear.
struct LanguagePainter {
  let language: Language
  var paint: CodePaint
  let text: [UInt8]
  var position = 0
  /// Of each quote, up to where its closing is known to be missing.
  var unclosed: [Int]

  init(language: Language, paint: CodePaint) {
    self.language = language
    self.paint = paint
    text = paint.text
    unclosed = language.quotes.map { _ in 0 }
  }

  mutating func run() {
    while position < text.count {
      let end = endOfLine(position)
      if !takesWholeLine(until: end) {
        takeKey(until: end)
        while position < end { step(lineEnd: end) }
      }
      position = max(position, end) + (position > end ? 0 : 1)
    }
  }

  private mutating func step(lineEnd: Int) {
    if takesComment(until: lineEnd) || takesQuote(lineEnd) { return }
    let byte = text[position]
    if language.isMarkup, byte == UInt8(ascii: "<"), takesTag() { return }
    if language.sigils.contains(byte), takesVariable(until: lineEnd) { return }
    guard Self.startsWord(byte) else {
      position += 1
      return
    }
    takeWord(until: lineEnd)
  }

  // MARK: Lines

  private mutating func takesWholeLine(until end: Int) -> Bool {
    let line = text[position..<end]
    for (prefix, style) in language.linePrefixes where line.starts(with: prefix) {
      paint.paint(position..<end, style)
      position = end
      return true
    }
    let first = firstNonBlank(position, end)
    guard language.hasSections, first < end, text[first] == UInt8(ascii: "["),
      let close = text[first..<end].lastIndex(of: UInt8(ascii: "]"))
    else { return false }
    paint.paint(first..<close + 1, .section)
    position = close + 1
    return false
  }

  /// The key of `key = value`: everything before the sign.
  private mutating func takeKey(until end: Int) {
    guard language.keys == .equals, position < end else { return }
    let first = firstNonBlank(position, end)
    guard first < end, Self.startsWord(text[first]) || text[first] == UInt8(ascii: "\"") else {
      return
    }
    let isSign = { (byte: UInt8) in byte == UInt8(ascii: "=") || byte == UInt8(ascii: ":") }
    guard var last = text[first..<end].firstIndex(where: isSign) else { return }
    let sign = last
    while last > first, Self.isBlank(text[last - 1]) { last -= 1 }
    paint.paint(first..<last, .key)
    position = sign + 1
  }

  // MARK: Comments and quotes

  private mutating func takesComment(until end: Int) -> Bool {
    for opening in language.comments where matches(opening, at: position) {
      if language.commentsFollowBlanks, position > 0, !Self.isBlank(text[position - 1]),
        text[position - 1] != UInt8(ascii: "\n")
      {
        continue
      }
      paint.paint(position..<end, .comment)
      position = end
      return true
    }
    return false
  }

  private mutating func takesQuote(_ lineEnd: Int) -> Bool {
    for (index, quote) in language.quotes.enumerated()
    where position >= unclosed[index] && matches(quote.opening, at: position) {
      if let first = quote.opening.first, first == UInt8(ascii: "'"), isBehindWord { continue }
      let limit = quote.spansLines ? text.count : lineEnd
      guard let end = closing(of: quote, from: position + quote.opening.count, limit) else {
        unclosed[index] = limit
        continue
      }
      paint.paint(position..<end, isKey(behind: end, limit) ? .key : quote.style)
      position = end
      return true
    }
    return false
  }

  private func closing(of quote: Language.Quote, from start: Int, _ limit: Int) -> Int? {
    var index = start
    while index < limit {
      if quote.hasEscapes, text[index] == UInt8(ascii: "\\") {
        index += 2
      } else if matches(quote.closing, at: index) {
        return min(index + quote.closing.count, limit)
      } else {
        index += 1
      }
    }
    return nil
  }

  /// An apostrophe inside a word opens nothing.
  private var isBehindWord: Bool { position > 0 && Self.continuesWord(text[position - 1]) }

  // MARK: Words

  private mutating func takeWord(until end: Int) {
    let start = position
    while position < end, Self.continuesWord(text[position]) || isWordByte(text[position], end) {
      position += 1
    }
    let word = text[start..<position]
    if isKey(behind: position, end) {
      paint.paint(start..<position, .key)
      openBlockScalar(key: start, lineEnd: end)
    } else if Self.isDigit(text[start]) {
      if isWholeValue(start, end) { paint.paint(start..<position, .number) }
    } else if language.constants.contains(word) {
      if isWholeValue(start, end) { paint.paint(start..<position, .number) }
    } else if language.keywords.contains(word), !language.keywordsOpenLines || opensLine(start) {
      paint.paint(start..<position, .keyword)
    }
  }

  /// A byte such as `-` belongs to a word only between two of its letters.
  private func isWordByte(_ byte: UInt8, _ end: Int) -> Bool {
    guard position + 1 < end, Self.continuesWord(text[position + 1]) else { return false }
    if byte == UInt8(ascii: "."), Self.isDigit(text[position - 1]), Self.isDigit(text[position + 1])
    {
      return true
    }
    return language.wordBytes.contains(byte)
  }

  private func opensLine(_ start: Int) -> Bool {
    var index = start
    while index > 0, Self.isBlank(text[index - 1]) { index -= 1 }
    return index == 0 || text[index - 1] == UInt8(ascii: "\n")
  }

  private func isKey(behind index: Int, _ limit: Int) -> Bool {
    switch language.keys {
    case .none, .equals: return false
    case .colon:
      guard index < limit, text[index] == UInt8(ascii: ":") else { return false }
      return index + 1 >= text.count || Self.isBlank(text[index + 1])
        || text[index + 1] == UInt8(ascii: "\n")
        || language.comments.first?.first == UInt8(ascii: "/")
    case .equalsAnywhere:
      let sign = firstNonBlank(index, limit)
      guard sign < limit else { return false }
      let next = sign + 1 < limit ? text[sign + 1] : 0
      if text[sign] == UInt8(ascii: "=") { return next != UInt8(ascii: "=") }
      return text[sign] == UInt8(ascii: "!")
        && (next == UInt8(ascii: "=") || next == UInt8(ascii: "~"))
    }
  }

  /// In data, `no` is a constant if it is all there is: not in `no pods are left`.
  private func isWholeValue(_ start: Int, _ end: Int) -> Bool {
    guard language.keys == .colon || language.keys == .equals else { return true }
    let next = firstNonBlank(position, end)
    guard next >= end || text[next].isOne(of: ",]};#") else { return false }
    var index = start
    while index > 0, Self.isBlank(text[index - 1]) { index -= 1 }
    return index == 0 || text[index - 1].isOne(of: "\n:-[,{=")
  }

  /// `key: |` and `key: >-`: the lines that stand further in than the key are its text.
  private mutating func openBlockScalar(key: Int, lineEnd: Int) {
    guard language.hasBlockScalars else { return }
    let value = firstNonBlank(position + 1, lineEnd)
    guard value < lineEnd, text[value] == UInt8(ascii: "|") || text[value] == UInt8(ascii: ">"),
      lineEnd - value <= 3
    else { return }
    paint.paint(value..<lineEnd, .operator)
    let indent = key - startOfLine(key)
    var end = lineEnd
    while end < text.count {
      let next = endOfLine(end + 1)
      let first = firstNonBlank(end + 1, next)
      guard first >= next || first - end - 1 > indent else { break }
      end = next
    }
    paint.paint(lineEnd..<end, .string)
    position = max(lineEnd, end)
  }

  /// `$name`, `${…}`, `@name`, `&anchor`.
  private mutating func takesVariable(until end: Int) -> Bool {
    guard !isBehindWord || text[position] == UInt8(ascii: "$"), position + 1 < end else {
      return false
    }
    var index = position + 1
    if text[index] == UInt8(ascii: "{") || text[index] == UInt8(ascii: "(") {
      let close = text[index] + (text[index] == UInt8(ascii: "{") ? 2 : 1)
      guard let last = text[index..<min(end, index + 80)].firstIndex(of: close) else {
        return false
      }
      index = last + 1
    } else {
      while index < end, Self.continuesWord(text[index]) { index += 1 }
    }
    guard index > position + 1 else { return false }
    paint.paint(position..<index, .variable)
    position = index
    return true
  }
}
