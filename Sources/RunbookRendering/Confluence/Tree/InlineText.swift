import RunbookModel

extension Block {
  /// Nil for text between elements that is blank.
  var withoutBlankRuns: Block? {
    guard case .inlines(let run) = kind else { return self }
    return run.allSatisfy(\.isBlankText) ? nil : self
  }

  /// The inline content of it and of the blocks in it, one after the other.
  var allInlines: [Inline] {
    switch kind {
    case .paragraph(let content), .inlines(let content): content
    case .heading(let heading): heading.content
    case .code(let code): [Inline(.code(code.text), range: range)]
    case .html(let text): [Inline(.html(text), range: range)]
    case .quote(let blocks), .element(_, let blocks): blocks.flatMap(\.allInlines)
    case .alert(let alert): alert.blocks.flatMap(\.allInlines)
    case .details(let details): details.blocks.flatMap(\.allInlines)
    case .list(let list): list.items.flatMap { $0.blocks.flatMap(\.allInlines) }
    case .table(let table):
      ([table.header] + table.rows).flatMap { $0.cells.flatMap(\.content) }
    case .thematicBreak: []
    }
  }
}

extension Inline {
  var isBlankText: Bool {
    switch kind {
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .softBreak: true
    default: false
    }
  }

  var isWords: Bool {
    switch kind {
    case .image, .softBreak, .hardBreak: return false
    case .text(let text): return !text.allSatisfy(\.isWhitespace)
    case .element(let element, let content):
      return element.name != "img" && content.contains(where: \.isWords)
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      return content.contains(where: \.isWords)
    case .link(let link): return link.content.contains(where: \.isWords)
    case .code, .html, .footnoteReference: return true
    }
  }

  var holdsLink: Bool {
    switch kind {
    case .link: return true
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      return content.contains(where: \.holdsLink)
    case .element(let element, let content):
      return element["href"] != nil || content.contains(where: \.holdsLink)
    case .text, .softBreak, .hardBreak, .code, .html, .image, .footnoteReference: return false
    }
  }

  /// Its text with every blank and line break.
  var verbatim: String {
    switch kind {
    case .text(let text), .code(let text): return text
    case .html(let text):
      switch InlineHTML.Piece(text) {
      case .lineBreak: return "\n"
      case .comment: return ""
      case .other: return text
      }
    case .softBreak, .hardBreak: return "\n"
    case .emphasis(let content), .strong(let content), .strikethrough(let content):
      return content.reduce(into: "") { $0 += $1.verbatim }
    case .element(let element, let content):
      return element.name == "br" ? "\n" : content.reduce(into: "") { $0 += $1.verbatim }
    case .link(let link), .image(let link):
      return link.content.reduce(into: "") { $0 += $1.verbatim }
    case .footnoteReference: return ""
    }
  }
}

extension [Inline] {
  /// As HTML shows it: blanks and line ends are one space, and none at either end or at a line break.
  var spaced: [Inline] {
    var isAfterSpace = true
    var result = collapsed(&isAfterSpace)
    while let last = result.last, case .text(let text) = last.kind {
      result.removeLast()
      let rest = text.utf8.last == 0x20 ? String(text.dropLast()) : text
      if !rest.isEmpty {
        result.append(Inline(.text(rest), range: last.range))
        break
      }
    }
    return result
  }

  private func collapsed(_ isAfterSpace: inout Bool) -> [Inline] {
    var result: [Inline] = []
    for inline in self {
      var kind = inline.kind
      switch kind {
      case .text(let text):
        var kept = ""
        for character in text.unicodeScalars {
          let isSpace = [9, 10, 12, 13, 32].contains(character.value)
          if !isSpace {
            kept.unicodeScalars.append(character)
          } else if !isAfterSpace {
            kept += " "
          }
          isAfterSpace = isSpace
        }
        guard !kept.isEmpty else { continue }
        kind = .text(kept)
      case .softBreak:
        if isAfterSpace { continue }
        isAfterSpace = true
        kind = .text(" ")
      case .hardBreak: isAfterSpace = true
      case .emphasis(let content): kind = .emphasis(content.collapsed(&isAfterSpace))
      case .strong(let content): kind = .strong(content.collapsed(&isAfterSpace))
      case .strikethrough(let content): kind = .strikethrough(content.collapsed(&isAfterSpace))
      case .element(let element, let content):
        kind = .element(element, content.collapsed(&isAfterSpace))
        if element.name == "br" {
          isAfterSpace = true
        } else if element.name == "img" {
          isAfterSpace = false
        }
      case .link(let link):
        kind = .link(
          Link(
            destination: link.destination, title: link.title,
            content: link.content.collapsed(&isAfterSpace)))
      case .code, .html, .image, .footnoteReference: isAfterSpace = false
      }
      result.append(Inline(kind, range: inline.range))
    }
    return result
  }
}
