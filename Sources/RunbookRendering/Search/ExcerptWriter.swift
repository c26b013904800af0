import RunbookChecks
import RunbookCommands
import RunbookModel

/// Writes what a hit shows: the page's title and address, and for each section its heading, anchor, the
/// start of its prose and of its code, as a JavaScript array of strings:
/// `["Title",ADDRESS,PROSE,CODE, HEADING,ANCHOR,PROSE,CODE, …]`.
///
/// ADDRESS is the URL and what tells the page from others, with a blank between: `a/b.html 0a2027-01-31
/// sev1 Nodes`. The place of the kind among `RunbookKind`, the first letter of the lifecycle and the day
/// of the next review; the severity; the title of the folder. A line of CODE that changes something
/// begins with a blank, one that destroys with two.
struct ExcerptWriter {
  /// Bytes of excerpt that a page may have; shared by its sections.
  static let pageBudget = 1_300
  private static let sectionBudget = 120...240
  /// Sections behind these are found, and shown as the page; nothing of a page may grow without end.
  private static let mostSections = 120
  private static let longestHeading = 160

  private let budget: Int
  private var bytes: [UInt8] = []
  private var prose: [UInt8] = []
  private var code: [UInt8] = []
  private var sectionCount = 0

  init(
    _ metadata: RunbookMetadata, at path: PagePath, in section: String, sectionCount: Int
  ) {
    let share = Self.pageBudget / max(1, sectionCount)
    budget = min(max(share, Self.sectionBudget.lowerBound), Self.sectionBudget.upperBound)
    bytes.reserveCapacity(2048)
    bytes.append(UInt8(ascii: "["))
    appendHeading(Array(metadata.title.value.utf8))
    bytes.append(UInt8(ascii: ","))
    appendString(Array(Self.address(of: metadata, at: path, in: section).utf8))
  }

  private static func address(
    of metadata: RunbookMetadata, at path: PagePath, in section: String
  ) -> String {
    let kind = RunbookKind.allCases.firstIndex(of: metadata.kind) ?? 0
    let due = metadata.due.map { "\($0)" } ?? ""
    let severity = (metadata.severity ?? "").split(whereSeparator: \.isWhitespace)
    return [
      RelativeURL.from("index.html", to: path.htmlPath),
      "\(kind)\(metadata.lifecycle.rawValue.prefix(1))\(due)", severity.joined(separator: "-"),
      section,
    ].joined(separator: " ")
  }

  mutating func addProse(_ text: String) {
    guard prose.count < budget else { return }
    for byte in text.utf8 {
      if prose.count >= 2 * budget, byte & 0xC0 != 0x80 { break }
      let isBlank = byte <= 0x20
      if isBlank && prose.last ?? 0x20 == 0x20 { continue }
      prose.append(isBlank ? 0x20 : byte)
    }
  }

  mutating func endParagraph() {
    if let last = prose.last, last != 0x20, prose.count < budget { prose.append(0x20) }
  }

  /// Lines stay lines; continuation lines are joined, and indentation goes.
  mutating func addCode(_ text: String, effects: [Int: Effect]) {
    guard code.count < budget else { return }
    var line = 0
    for byte in text.utf8 {
      defer { if byte == UInt8(ascii: "\n") { line += 1 } }
      if code.count >= 2 * budget, byte & 0xC0 != 0x80 { break }
      if byte == UInt8(ascii: "\n"), code.last == UInt8(ascii: "\\") {
        code.removeLast()
      } else if byte > 0x20 || byte == UInt8(ascii: "\n") {
        if byte == UInt8(ascii: "\n"), code.last == 0x20 { code.removeLast() }
        let isFirst = code.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n")
        if byte == UInt8(ascii: "\n"), isFirst { continue }
        if isFirst, let effect = effects[line] {
          code += effect == .destructive ? [0x20, 0x20] : [0x20]
        }
        code.append(byte)
      } else if let last = code.last, last > 0x20 {
        code.append(0x20)
      }
    }
    if let last = code.last, last != UInt8(ascii: "\n") { code.append(UInt8(ascii: "\n")) }
  }

  mutating func open(_ heading: Heading) {
    endSection()
    guard sectionCount < Self.mostSections else { return }
    let text = Array(heading.content.plainText.utf8)
    bytes.append(UInt8(ascii: ","))
    appendHeading(text)
    bytes.append(UInt8(ascii: ","))
    appendString(Self.isPlainAnchor(heading.id, of: text) ? [] : Array(heading.id.utf8))
  }

  mutating func finish(_ output: inout [UInt8]) {
    endSection()
    bytes.append(UInt8(ascii: "]"))
    output += bytes
  }

  /// Code gets two thirds if it has that much, prose what is left.
  private mutating func endSection() {
    defer {
      prose.removeAll(keepingCapacity: true)
      code.removeAll(keepingCapacity: true)
    }
    guard sectionCount < Self.mostSections else { return }
    sectionCount += 1
    if code.last == UInt8(ascii: "\n") { code.removeLast() }
    let codeLimit = max(budget * 2 / 3, budget - prose.count)
    Self.cut(&code, to: codeLimit)
    Self.cut(&prose, to: budget - min(code.count, codeLimit))
    bytes.append(UInt8(ascii: ","))
    appendString(prose)
    bytes.append(UInt8(ascii: ","))
    appendString(code)
  }

  /// Cuts at the end of a word, if one is near, and shows that something is missing.
  private static func cut(_ text: inout [UInt8], to limit: Int) {
    while text.last == 0x20 { text.removeLast() }
    guard text.count > limit else { return }
    guard limit > 15 else {
      text = []
      return
    }
    var end = max(0, limit - 3)
    while end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    if let blank = text[max(0, end - 20)..<end].lastIndex(where: { $0 <= 0x20 }) { end = blank }
    text.removeSubrange(end...)
    text += "…".utf8
  }

  /// True if `search.js` can make the anchor from the heading: capitals small, blanks to hyphens.
  private static func isPlainAnchor(_ anchor: String, of heading: [UInt8]) -> Bool {
    anchor.utf8.count == heading.count
      && zip(anchor.utf8, heading).allSatisfy { anchor, byte in
        switch byte {
        case 0x20: anchor == UInt8(ascii: "-")
        case 0x41...0x5A: anchor == byte | 0x20
        case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"): anchor == byte
        default: false
        }
      }
  }

  private mutating func appendHeading(_ text: [UInt8]) {
    var text = text
    Self.cut(&text, to: Self.longestHeading)
    appendString(text)
  }

  private mutating func appendString(_ text: [UInt8]) { ScriptText.append(text[...], to: &bytes) }
}
