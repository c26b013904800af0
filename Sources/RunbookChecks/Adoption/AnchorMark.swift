import RunbookModel

/// A name that a page of another tool gives to a place of its own: `## Restart {#restart}` as Docusaurus, Hugo,
/// kramdown and Pandoc have it, or a line `(restart)=` of MyST. GitHub and this wiki show either as text.
struct AnchorMark: Sendable {
  let name: String
  /// The bytes without which the page says the same: the mark and the space before it, or its whole line.
  let range: ByteRange
  /// Index of the heading that it stands at or under; nil above the first.
  let section: Int?
  /// Whether any page may link to it by `#name` alone, as to the labels of MyST.
  let isLabel: Bool

  /// Those of a page in the order of the source.
  static func all(on page: ParsedRunbook) -> [AnchorMark] {
    (ids(page) + labels(page)).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  // MARK: Ids of headings

  private static func ids(_ page: ParsedRunbook) -> [AnchorMark] {
    page.outline.sections.indices.flatMap { index in
      guard let list = idList(page.outline.sections[index].heading, page.file) else {
        return [AnchorMark]()
      }
      return list.names.map {
        AnchorMark(name: $0, range: list.range, section: index, isLabel: false)
      }
    }
  }

  /// The attribute list at the end of a heading, where it gives it an id.
  private static func idList(_ heading: Heading, _ file: SourceFile)
    -> (names: [String], range: ByteRange)?
  {
    guard let last = heading.content.last, case .text = last.kind else { return nil }
    let bytes = file.bytes[last.range.clamped(to: 0..<file.bytes.count)]
    guard let close = bytes.lastIndex(of: UInt8(ascii: "}")),
      bytes[(close + 1)...].allSatisfy({ $0 == 0x20 || $0 == 0x09 }),
      let open = bytes[..<close].lastIndex(of: UInt8(ascii: "{")),
      open == bytes.startIndex || bytes[open - 1] != UInt8(ascii: "\\")
    else { return nil }
    var words = file.text(open + 1..<close).split { $0 == " " || $0 == ":" }
    words.removeAll { $0 == "-" }
    let names = words.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
    guard !names.isEmpty, names.allSatisfy(isName),
      words.allSatisfy({ $0.hasPrefix("#") || $0.hasPrefix(".") || $0.contains("=") })
    else { return nil }
    var start = open
    while start > bytes.startIndex, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 {
      start -= 1
    }
    // A heading of nothing else would be left without a word.
    guard heading.content.count > 1 || start > bytes.startIndex else { return nil }
    return (names, start..<close + 1)
  }

  private static func isName(_ text: String) -> Bool {
    text.contains(where: \.isLetter) && !text.contains { "{}()<>\"'`".contains($0) }
  }

  // MARK: Labels of MyST

  private static func labels(_ page: ParsedRunbook) -> [AnchorMark] {
    var found: [AnchorMark] = []
    // A label stands for what comes next, so that the last is known first.
    for entry in page.outline.prose.reversed() {
      for label in labels(at: entry.range, page.file).reversed() {
        found.append(
          AnchorMark(
            name: label.name, range: label.range,
            section: section(after: label.range, entry.section, found.last, page), isLabel: true))
      }
    }
    return found
  }

  /// The lines `(name)=` that a paragraph begins with.
  private static func labels(at range: ByteRange, _ file: SourceFile)
    -> [(name: String, range: ByteRange)]
  {
    var found: [(name: String, range: ByteRange)] = []
    guard file.bytes[range.clamped(to: 0..<file.bytes.count)].first == UInt8(ascii: "(") else {
      return found
    }
    let first = file.lines.line(at: range.lowerBound)
    var line = first
    while line < file.lines.count, file.lines.starts[line] < range.upperBound,
      let name = label(text(ofLine: line, file))
    {
      found.append((name, file.lines.range(ofLine: line)))
      line += 1
    }
    // Of two empty lines around them, one goes too.
    if let last = found.last, line < file.lines.count, text(ofLine: line, file).isBlank, first > 0,
      text(ofLine: first - 1, file).isBlank
    {
      found[found.count - 1].range =
        last.range.lowerBound..<file.lines.range(ofLine: line).upperBound
    }
    return found
  }

  private static func text(ofLine line: Int, _ file: SourceFile) -> String {
    file.text(file.lines.contentRange(ofLine: line, in: file.bytes))
  }

  /// The name in a line that is nothing but `(name)=`.
  static func label(_ line: String) -> String? {
    let text = line.drop { $0 == " " }
    guard text.hasPrefix("("), String(text).trimmingEnd().hasSuffix(")=") else { return nil }
    let name = String(String(text).trimmingEnd().dropFirst().dropLast(2))
    return isName(name) && !name.contains(" ") ? name : nil
  }

  private static func section(
    after range: ByteRange, _ own: Int?, _ next: AnchorMark?, _ page: ParsedRunbook
  ) -> Int? {
    func isNext(_ start: Int) -> Bool {
      start >= range.upperBound
        && page.file.bytes[range.upperBound..<start].allSatisfy { [0x20, 0x0A, 0x0D].contains($0) }
    }
    if let next, isNext(next.range.lowerBound) { return next.section }
    let sections = page.outline.sections
    // A line under `(name)=` that is underlined makes a heading of both.
    if let around = sections.firstIndex(where: { $0.range.contains(range.lowerBound) }) {
      return around
    }
    let following = (own ?? -1) + 1
    guard following < sections.count, isNext(sections[following].range.lowerBound) else {
      return own
    }
    return following
  }
}
