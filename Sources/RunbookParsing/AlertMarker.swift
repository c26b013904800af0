import RunbookModel

/// GitHub alerts: `[!NOTE]`, alone on the first line of a quote.
enum AlertMarker {
  /// The alert that a quote with these blocks is, or nil. Marker names have no case.
  static func alert(from blocks: [Block]) -> Alert? {
    guard let first = blocks.first, case .paragraph(let inlines) = first.kind else { return nil }
    let end = inlines.firstIndex { $0.isLineBreak } ?? inlines.endIndex
    guard let kind = kind(of: Array(inlines[..<end])) else { return nil }
    let rest = Array(inlines[min(end + 1, inlines.endIndex)...])
    let body =
      rest.first.map {
        [Block(.paragraph(rest), range: $0.range.lowerBound..<first.range.upperBound)]
      }
      ?? []
    return Alert(kind: kind, blocks: body + blocks.dropFirst())
  }

  private static func kind(of line: [Inline]) -> Alert.Kind? {
    var text = ""
    for inline in line {
      // What is escaped takes more room in the source, and is not meant as a marker.
      guard case .text(let string) = inline.kind, inline.range.count == string.utf8.count
      else { return nil }
      text += string
    }
    while text.last == " " { text.removeLast() }
    guard text.hasPrefix("[!"), text.hasSuffix("]") else { return nil }
    return Alert.Kind(rawValue: text.dropFirst(2).dropLast().lowercased())
  }
}

extension Inline {
  fileprivate var isLineBreak: Bool {
    switch kind {
    case .softBreak, .hardBreak: true
    default: false
    }
  }
}
