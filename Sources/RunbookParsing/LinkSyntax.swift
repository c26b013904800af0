import RunbookModel

/// The parts of links that leave no node behind, told apart exactly as cmark tells them: what follows
/// a link's text, and the reference definitions at the start of a paragraph.
struct LinkSyntax {
  let source: InlineSource

  /// Past `(destination "title")`, `[label]` or nothing, behind the `]` of a link's text.
  func tailEnd(from index: Int) -> Int {
    inlineTailEnd(from: index) ?? labelEnd(from: index) ?? index
  }

  /// Past the reference definitions at the start of a paragraph.
  func definitionsEnd() -> Int {
    var index = 0
    while let end = definitionEnd(from: index) { index = end }
    return index
  }

  private func inlineTailEnd(from open: Int) -> Int? {
    guard source.byte(open) == UInt8(ascii: "("),
      let destination = destinationEnd(from: source.skippingSpaces(from: open + 1))
    else { return nil }
    let beforeTitle = source.skippingSpaces(from: destination)
    let title = beforeTitle > destination ? titleEnd(from: beforeTitle) : nil
    let close = source.skippingSpaces(from: title ?? beforeTitle)
    return source.byte(close) == UInt8(ascii: ")") ? close + 1 : nil
  }

  /// Past `[label]`; a label has no unescaped brackets and at most 1000 bytes.
  private func labelEnd(from open: Int) -> Int? {
    guard source.byte(open) == UInt8(ascii: "[") else { return nil }
    var index = open + 1
    while let byte = source.byte(index), byte != UInt8(ascii: "[") {
      if byte == UInt8(ascii: "]") { return index + 1 }
      index += source.isEscape(at: index) ? 2 : 1
      if index - open > 1001 { return nil }
    }
    return nil
  }

  /// Nil when no destination can stand here; an empty one may.
  private func destinationEnd(from start: Int) -> Int? {
    if source.byte(start) == UInt8(ascii: "<") { return bracketedEnd(from: start) }
    var index = start
    var depth = 0
    while let byte = source.byte(index), byte > 32 {
      if byte == UInt8(ascii: ")") && depth == 0 { break }
      if byte == UInt8(ascii: "(") { depth += 1 }
      if byte == UInt8(ascii: ")") { depth -= 1 }
      if depth > 32 { return nil }
      index += source.isEscape(at: index) ? 2 : 1
    }
    return depth == 0 && index < source.count ? index : nil
  }

  private func bracketedEnd(from open: Int) -> Int? {
    var index = open + 1
    while let byte = source.byte(index), byte != 10, byte != UInt8(ascii: "<") {
      if byte == UInt8(ascii: ">") { return index + 1 }
      index += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private func titleEnd(from start: Int) -> Int? {
    guard let open = source.byte(start), open.isOne(of: "\"'(") else { return nil }
    let close = open == UInt8(ascii: "(") ? UInt8(ascii: ")") : open
    var lastEscaped: Int?
    var index = start + 1
    while let byte = source.byte(index) {
      if byte == close { return index + 1 }
      if byte == UInt8(ascii: "(") && open == byte { break }
      if source.isEscape(at: index) {
        index += 1
        if source.byte(index) == close { lastEscaped = index + 1 }
      }
      index += 1
    }
    // A title that finds no other end may end at an escaped quote.
    return lastEscaped
  }

  private func definitionEnd(from start: Int) -> Int? {
    guard let label = labelEnd(from: start), source.byte(label) == UInt8(ascii: ":"),
      source.skippingSpaces(from: start + 1) < label - 1
    else { return nil }
    let place = skippingLine(from: label + 1)
    guard let destination = definedDestinationEnd(from: place), destination > place else {
      return nil
    }
    let beforeTitle = skippingLine(from: destination)
    if beforeTitle > destination, let title = titleEnd(from: beforeTitle),
      let end = lineEnd(from: title)
    {
      return end
    }
    return lineEnd(from: destination)
  }

  /// As in a link, but the text may end behind it.
  private func definedDestinationEnd(from start: Int) -> Int? {
    if let end = destinationEnd(from: start) { return end }
    let rest = source.bytes[min(start, source.count)...]
    return rest.contains { $0 <= 32 || $0.isOne(of: "<()") } ? nil : source.count
  }

  /// Past blanks with at most one line end among them.
  private func skippingLine(from index: Int) -> Int {
    let end = source.skippingBlanks(from: index)
    return source.byte(end) == 10 ? source.skippingBlanks(from: end + 1) : end
  }

  /// The start of the next line, if only blanks are left on this one.
  private func lineEnd(from index: Int) -> Int? {
    let end = source.skippingBlanks(from: index)
    guard let byte = source.byte(end) else { return source.count }
    return byte == 10 ? end + 1 : nil
  }
}
