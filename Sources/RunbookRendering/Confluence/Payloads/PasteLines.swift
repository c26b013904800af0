/// What Cloud's editor does to the lines of a pasted paragraph, after its parse rules and whatever
/// the marks of the text are (`splitParagraphs` and `upgradeTextToLists` of
/// `@atlaskit/editor-plugin-paste`): two breaks in a row, or one at the start, end a paragraph; a line
/// outside list items whose first text begins like an item becomes a list, without these characters.
enum PasteLines {
  /// Stands in front of a line that would become a list. No blank to the editor, nothing to the eye,
  /// and no code, so that whoever copies the code does not copy it.
  private static let lineGuard = ConfluenceInline.text("\u{2060}", ConfluenceMarks())

  /// The paragraphs that the editor leaves as they are; nil when it does so with the given one.
  static func paragraphs(
    of content: [ConfluenceInline], inListItem: Bool
  ) -> [[ConfluenceInline]]? {
    let hasBreaks = content.contains(where: \.isLineBreak)
    guard hasBreaks || (!inListItem && beginsLikeList(content[...])) else { return nil }
    let paragraphs = hasBreaks ? split(content) : [content]
    return inListItem ? paragraphs : paragraphs.map(guarded)
  }

  /// Without breaks at the end, which the editor drops (`parseFromClipboard` of ProseMirror's view).
  static func trimmed(_ content: [ConfluenceInline]) -> ArraySlice<ConfluenceInline> {
    var content = content[...]
    while let last = content.last, last.isLineBreak || last.isPlaceOnly { content.removeLast() }
    return content
  }

  /// Whether a line of the paragraph would become a list.
  static func beginLikeList(_ content: [ConfluenceInline]) -> Bool {
    lines(of: content[...]).contains(where: beginsLikeList)
  }

  /// Cut where the editor cuts. The breaks at a cut go, every further one makes an empty paragraph.
  private static func split(_ content: [ConfluenceInline]) -> [[ConfluenceInline]] {
    var paragraphs: [[ConfluenceInline]] = []
    var open: [ConfluenceInline] = []
    var isAfterBreak = false
    var isFirst = true
    for inline in content where !inline.isPlaceOnly {
      if inline.isLineBreak, isFirst || isAfterBreak {
        if open.last?.isLineBreak == true { open.removeLast() }
        paragraphs.append(open)
        open = []
      } else {
        open.append(inline)
      }
      isAfterBreak = inline.isLineBreak
      isFirst = false
    }
    if !open.isEmpty || paragraphs.isEmpty { paragraphs.append(open) }
    return paragraphs
  }

  private static func guarded(_ content: [ConfluenceInline]) -> [ConfluenceInline] {
    guard beginLikeList(content) else { return content }
    var result: [ConfluenceInline] = []
    for line in lines(of: content[...]) {
      if beginsLikeList(line) { result.append(lineGuard) }
      result += line
      if line.endIndex < content.endIndex { result.append(content[line.endIndex]) }
    }
    return result
  }

  private static func lines(of content: ArraySlice<ConfluenceInline>)
    -> [ArraySlice<ConfluenceInline>]
  {
    content.split(omittingEmptySubsequences: false, whereSeparator: \.isLineBreak)
  }

  private static func beginsLikeList(_ line: ArraySlice<ConfluenceInline>) -> Bool {
    var first = FirstText()
    _ = first.read(line, isLinked: false, url: nil)
    return ListMarker.begins(first.text)
  }
}

/// The first text node of a line as the editor has it: text of one look, from however many pieces.
private struct FirstText {
  private(set) var text = ""
  private var look: (marks: ConfluenceMarks, isCode: Bool, url: String?)?

  /// Whether the node may go on after the content.
  mutating func read(
    _ content: some Sequence<ConfluenceInline>, isLinked: Bool, url: String?
  ) -> Bool {
    for inline in content {
      let goesOn =
        switch inline {
        case .text(let text, let marks): add(text, marks, isCode: false, url)
        case .code(let text, let marks): add(text, marks, isCode: true, url)
        case .anchor, .link(.footnoteBack, _): true
        case .link(let destination, let words):
          read(words, isLinked: true, url: destination.pasteURL)
        case .image(let image):
          read(image.words, isLinked: isLinked, url: isLinked ? url : image.pasteURL)
        case .lineBreak, .status: false
        }
      if !goesOn { return false }
    }
    return true
  }

  private mutating func add(
    _ text: String, _ marks: ConfluenceMarks, isCode: Bool, _ url: String?
  ) -> Bool {
    guard !text.isEmpty else { return true }
    if let look, !look.marks.looksLike(marks) || look.isCode != isCode || look.url != url {
      return false
    }
    look = (marks, isCode, url)
    self.text += text
    return true
  }
}

/// The start of an item in text: a bullet with a blank after it, or one digit with a full stop or a
/// parenthesis and then a blank or the end.
private enum ListMarker {
  static func begins(_ text: String) -> Bool {
    // Nearly every text begins with a letter.
    if let first = text.utf8.first, (0x41..<0x80).contains(first) { return false }
    var rest = Substring(text).unicodeScalars.drop(while: isBlank)
    guard let first = rest.popFirst() else { return false }
    switch first {
    case "*", "-", "\u{2022}": return rest.first.map(isBlank) ?? false
    case "0"..."9":
      guard let mark = rest.popFirst(), mark == "." || mark == ")" else { return false }
      return rest.first.map(isBlank) ?? true
    default: return false
    }
  }

  /// `\s` of a regular expression (ECMAScript, "WhiteSpace" and "LineTerminator").
  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x20, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000,
      0xFEFF:
      true
    default: false
    }
  }
}
