import RunbookChecks
import RunbookModel

/// Inline content as HTML.
struct HTMLInlines {
  let document: Document
  let options: HTMLBodyOptions
  var isCell = false

  func write(_ inlines: [Inline], to writer: inout MarkupWriter) {
    for inline in inlines { write(inline, to: &writer) }
  }

  private func write(_ inline: Inline, to writer: inout MarkupWriter) {
    switch inline.kind {
    case .text(let text): writer.text(text)
    case .softBreak: writer.raw("\n")
    case .hardBreak: writer.raw("<br />\n")
    case .code(let text):
      CodeMarkup.writeSpan(text, isCell: isCell, options.programs, options.words, to: &writer)
    case .html(let text): html(text, to: &writer)
    case .emphasis(let content): element("em", content, to: &writer)
    case .strong(let content): element("strong", content, to: &writer)
    case .strikethrough(let content): element("del", content, to: &writer)
    case .link(let link): self.link(link, to: &writer)
    case .image(let image): self.image(image, to: &writer)
    case .footnoteReference(let index, let occurrence):
      reference(index, occurrence, to: &writer)
    case .element(let element, let content):
      let markup = ElementMarkup(options: options)
      markup.open(element, to: &writer)
      write(content, to: &writer)
      markup.close(element, to: &writer)
    }
  }

  private func element(_ name: String, _ content: [Inline], to writer: inout MarkupWriter) {
    writer.raw("<")
    writer.raw(name)
    writer.raw(">")
    write(content, to: &writer)
    writer.raw("</")
    writer.raw(name)
    writer.raw(">")
  }

  private func html(_ text: String, to writer: inout MarkupWriter) {
    switch options.rawHTML {
    case .trusted: writer.raw(text)
    case .escape, .safe:
      if Self.isLineBreak(text) {
        writer.raw("<br />")
      } else if !Self.isComment(text) {
        writer.text(text)
      }
    }
  }

  private func link(_ link: Link, to writer: inout MarkupWriter) {
    writer.raw("<a href=\"")
    if URLSafety.isSafe(link.destination) { writer.href(options.link(link.destination)) }
    writer.raw("\"")
    if !link.title.isEmpty { writer.attribute("title", link.title) }
    writer.raw(">")
    write(link.content, to: &writer)
    writer.raw("</a>")
  }

  private func image(_ image: Link, to writer: inout MarkupWriter) {
    writer.raw("<img src=\"")
    if URLSafety.isSafeImage(image.destination) { writer.href(options.image(image.destination)) }
    writer.raw("\"")
    writer.attribute("alt", image.content.plainText)
    size(image, to: &writer)
    if !image.title.isEmpty { writer.attribute("title", image.title) }
    writer.raw(" />")
  }

  /// The browser keeps the place free while the image loads.
  private func size(_ image: Link, to writer: inout MarkupWriter) {
    let own = options.imageSize(image.destination)
    switch (image.size?.width, image.size?.height) {
    case (nil, nil):
      if let own { writer.raw(" width=\"\(own.width)\" height=\"\(own.height)\"") }
    case (let width?, nil):
      attribute("width", width, to: &writer)
      if let own, case .pixels(let pixels) = width {
        writer.raw(" height=\"\(max(1, own.height * pixels / max(1, own.width)))\"")
      }
    case (let width, let height?):
      if let width { attribute("width", width, to: &writer) }
      attribute("height", height, to: &writer)
    }
  }

  private func attribute(
    _ name: String, _ length: DisplaySize.Length, to writer: inout MarkupWriter
  ) {
    switch length {
    case .pixels(let pixels): writer.attribute(name, String(pixels))
    case .percent(let share): writer.attribute(name, "\(share)%")
    }
  }

  private func reference(_ index: Int, _ occurrence: Int, to writer: inout MarkupWriter) {
    let name = anchor(index)
    writer.raw("<sup class=\"footnote-ref\"><a href=\"#fn-")
    writer.href(name)
    writer.raw("\"")
    writer.attribute("id", "fnref-" + name + (occurrence > 1 ? "-\(occurrence)" : ""))
    writer.raw(" data-footnote-ref>\(index + 1)</a></sup>")
  }

  /// The name of a footnote in anchors: its label.
  func anchor(_ index: Int) -> String {
    index < document.footnotes.count ? document.footnotes[index].label : String(index + 1)
  }

  func backReferences(_ footnote: Footnote, _ index: Int) -> String {
    var writer = MarkupWriter()
    for occurrence in 1...max(1, footnote.references) {
      let suffix = occurrence > 1 ? "-\(occurrence)" : ""
      if occurrence > 1 { writer.raw(" ") }
      writer.raw("<a href=\"#fnref-")
      writer.href(anchor(index) + suffix)
      writer.raw("\" class=\"footnote-backref\" data-footnote-backref")
      writer.attribute("aria-label", options.words[.backToContent])
      writer.raw(">↩")
      if occurrence > 1 { writer.raw("<sup class=\"footnote-ref\">\(occurrence)</sup>") }
      writer.raw("</a>")
    }
    return writer.string
  }

  /// `<br>` in any spelling; it is the only way to break a line inside a table cell.
  static func isLineBreak(_ html: String) -> Bool {
    let name = html.lowercased().filter { $0 != " " && $0 != "/" }
    return name == "<br>"
  }

  static func isComment(_ html: String) -> Bool {
    let text = html.drop(while: \.isWhitespace)
    guard text.hasPrefix("<!--"), let end = text.range(ofComment: "-->") else { return false }
    return text[end...].allSatisfy(\.isWhitespace)
  }
}

extension Substring {
  /// The index just behind the first occurrence of a marker.
  fileprivate func range(ofComment marker: String) -> Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(marker) { return self.index(index, offsetBy: marker.count) }
      formIndex(after: &index)
    }
    return nil
  }
}
