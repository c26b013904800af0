import RunbookModel

/// Writes the tags of elements of raw HTML. Every tag is made anew, so that a browser sees what was
/// judged and nothing else.
struct ElementMarkup {
  let options: HTMLBodyOptions

  func open(_ element: HTMLElement, to writer: inout MarkupWriter) {
    writer.raw("<\(element.name)")
    for attribute in element.attributes {
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

  func close(_ element: HTMLElement, to writer: inout MarkupWriter) {
    if !element.isVoid { writer.raw("</\(element.name)>") }
  }
}
