package struct Inline: Sendable {
  package indirect enum Kind: Sendable {
    case text(String)
    case softBreak
    case hardBreak
    case code(String)
    case html(String)
    case emphasis([Inline])
    case strong([Inline])
    case strikethrough([Inline])
    case link(Link)
    case image(Link)
    /// A reference to `document.footnotes[index]`; `occurrence` counts from 1 for each footnote.
    case footnoteReference(index: Int, occurrence: Int)
    /// Raw HTML that is let through. The parser makes none.
    case element(HTMLElement, [Inline])
  }

  package let kind: Kind
  package let range: ByteRange

  package init(_ kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }
}

/// A link or an image; the content of an image is its alternative text.
package struct Link: Sendable {
  package let destination: String
  package let title: String
  package let content: [Inline]
  /// How large an image is to be shown; nil for its own size.
  package let size: DisplaySize?

  package init(
    destination: String, title: String, content: [Inline], size: DisplaySize? = nil
  ) {
    self.destination = destination
    self.title = title
    self.content = content
    self.size = size
  }
}

extension [Inline] {
  /// The text a reader sees, without markup; line breaks become spaces, raw HTML disappears.
  package var plainText: String {
    var text = ""
    appendPlainText(to: &text)
    return text
  }

  private func appendPlainText(to text: inout String) {
    for inline in self {
      switch inline.kind {
      case .text(let string), .code(let string): text += string
      case .softBreak, .hardBreak: text += " "
      case .html, .footnoteReference: break
      case .element(let element, _) where element.name == "br": text += " "
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, let content):
        content.appendPlainText(to: &text)
      case .link(let link), .image(let link): link.content.appendPlainText(to: &text)
      }
    }
  }
}
