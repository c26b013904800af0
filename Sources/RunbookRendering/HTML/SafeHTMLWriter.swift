import RunbookChecks
import RunbookModel

/// Writes raw HTML that the policy `safe` has taken apart. Every tag is made anew, so that a browser
/// sees what was judged and nothing else.
struct SafeHTMLWriter {
  let options: HTMLBodyOptions

  /// A block; one in which nothing was let through is shown whole.
  func writeBlock(_ pieces: [SafeHTML.Piece], to writer: inout MarkupWriter) {
    let hasElement = pieces.contains { piece in
      switch piece {
      case .opening, .closing, .void: true
      case .text, .refused: false
      }
    }
    let isEmpty = pieces.allSatisfy { piece in
      if case .text(let text) = piece { text.allSatisfy(\.isWhitespace) } else { false }
    }
    guard !isEmpty else { return }
    if !hasElement { writer.raw("<pre class=\"raw-html\">") }
    write(pieces, to: &writer)
    if !hasElement { writer.raw("</pre>") }
  }

  func write(_ pieces: [SafeHTML.Piece], to writer: inout MarkupWriter) {
    for piece in pieces {
      switch piece {
      case .text(let text): self.text(text, to: &writer)
      case .refused(let tag, _): writer.text(tag)
      case .opening(let tag), .void(let tag): self.tag(tag, to: &writer)
      case .closing(let name): writer.raw("</\(name)>")
      }
    }
  }

  private func tag(_ tag: SafeTag, to writer: inout MarkupWriter) {
    writer.raw("<\(tag.name)")
    for attribute in tag.attributes {
      switch attribute.kind {
      case .text: writer.attribute(attribute.name, attribute.value)
      case .link, .image:
        let isLink = attribute.kind == .link
        writer.raw(" \(attribute.name)=\"")
        writer.href(isLink ? options.link(attribute.value) : options.image(attribute.value))
        writer.raw("\"")
      }
    }
    writer.raw(">")
  }

  /// Text in which `&name;` and `&#1;` stay what they are.
  private func text(_ text: String, to writer: inout MarkupWriter) {
    let parts = text.split(separator: "&", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if index > 0 { writer.raw(Self.isReference(part) ? "&" : "&amp;") }
      writer.text(String(part))
    }
  }

  private static func isReference(_ rest: Substring) -> Bool {
    guard let end = rest.prefix(34).utf8.firstIndex(of: UInt8(ascii: ";")) else { return false }
    let name = rest[..<end].utf8
    return !name.isEmpty
      && name.enumerated().allSatisfy { position, byte in
        position == 0 && byte == UInt8(ascii: "#")
          || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
      }
  }
}
