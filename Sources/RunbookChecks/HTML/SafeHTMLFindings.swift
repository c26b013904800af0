import RunbookModel

/// What the policy `raw_html: safe` does not let through on a page.
struct SafeHTMLFindings {
  struct Finding {
    let range: ByteRange
    let summary: String
    let element: String
  }

  private(set) var findings: [Finding] = []
  private let bytes: [UInt8]
  private let known: Set<String>

  /// - Parameter known: names that are elements; what else stands in angles is a placeholder.
  init(_ draft: PageDraft, known: Set<String>) {
    bytes = draft.page.file.bytes
    self.known = known
    for html in draft.html.judged { judge(html.pieces, in: html.range) }
  }

  /// At most one finding for each piece of raw HTML: the first thing that it loses.
  private mutating func judge(_ pieces: [SafeHTML.Piece], in range: ByteRange) {
    for piece in pieces {
      switch piece {
      case .refused(let tag, let reason):
        let name = Self.name(of: tag)
        guard known.contains(name) else { continue }
        add(tag, Self.sentence(tag, reason), name, range)
        return
      case .opening(let tag, let dropped), .void(let tag, let dropped):
        guard let attribute = dropped.first else { continue }
        add(
          "<" + tag.name, "the attribute `\(attribute)` of `<\(tag.name)>` is left out", "", range)
        return
      case .text, .closing: break
      }
    }
  }

  private static func sentence(_ tag: String, _ reason: SafeHTML.Refusal) -> String {
    let name = "`<\(tag.hasPrefix("</") ? "/" : "")\(name(of: tag))>`"
    return switch reason {
    case .element: "\(name) is shown as text, not as HTML"
    case .unpaired: "\(name) has no partner here and is shown as text"
    case .misplaced: "\(name) cannot stand here and is shown as text"
    }
  }

  private static func name(of tag: String) -> String {
    tag.dropFirst().drop { $0 == "/" }
      .prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }.lowercased()
  }

  /// The text of HTML in a list or a quote is not that of its source, so the place is looked for.
  private mutating func add(
    _ text: String, _ summary: String, _ element: String, _ range: ByteRange
  ) {
    let wanted = text.lowercased()
    let place = HTMLTag.tags(in: range, of: bytes).first { tag in
      String(decoding: bytes[tag.range], as: UTF8.self).lowercased().hasPrefix(wanted)
    }
    findings.append(
      Finding(range: place?.range ?? range, summary: summary, element: element))
  }
}
