/// An element of raw HTML that the site lets through, to be made anew from its parts.
package struct HTMLElement: Sendable {
  package struct Attribute: Sendable {
    package enum Kind: Sendable { case text, link, image }

    package let name: String
    /// With its character references resolved.
    package let value: String
    package let kind: Kind

    package init(_ name: String, _ value: String, _ kind: Kind = .text) {
      self.name = name
      self.value = value
      self.kind = kind
    }
  }

  /// In lower case.
  package let name: String
  package let attributes: [Attribute]

  package init(name: String, attributes: [Attribute]) {
    self.name = name
    self.attributes = attributes
  }

  package subscript(name: String) -> String? { attributes.first { $0.name == name }?.value }

  /// The name that links find it by.
  package var anchor: String? { self["id"] ?? self["name"] }

  /// What Markdown would have for an `<a>` that leads somewhere.
  package func link(_ content: [Inline]) -> Link? {
    guard name == "a", let address = self["href"] else { return nil }
    return Link(destination: address, title: self["title"] ?? "", content: content)
  }

  /// What Markdown would have for an `<img>`.
  package var image: Link? {
    guard name == "img", let address = self["src"] else { return nil }
    let description = Inline(.text(self["alt"] ?? ""), range: 0..<0)
    return Link(
      destination: address, title: self["title"] ?? "", content: [description],
      size: DisplaySize(width: self["width"], height: self["height"]))
  }

  /// Whether it holds nothing and is never closed.
  package var isVoid: Bool { Self.void.contains(name) }

  /// Whether it stands between lines, not within one.
  package var isFlow: Bool { Self.flow.contains(name) }

  package static let void: Set<String> = ["br", "col", "hr", "img", "wbr"]

  package static let flow = Set(
    """
    blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 \
    hr li ol p pre summary table tbody td tfoot th thead tr ul
    """.split(separator: " ").map(String.init))
}

extension Block {
  /// The blocks of a run of text in which elements stand that are blocks: the content of an element
  /// in a table cell.
  package static func blocks(of content: [Inline]) -> [Block] {
    var blocks: [Block] = []
    var run: [Inline] = []
    func close() {
      if let first = run.first { blocks.append(Block(.inlines(run), range: first.range)) }
      run = []
    }
    for inline in content {
      guard case .element(let element, let inner) = inline.kind, element.isFlow else {
        run.append(inline)
        continue
      }
      close()
      blocks.append(Block(.element(element, Self.blocks(of: inner)), range: inline.range))
    }
    close()
    return blocks
  }
}

extension [Inline] {
  /// Whether an element stands in it that is a block.
  package var holdsFlow: Bool {
    contains { inline in
      if case .element(let element, _) = inline.kind { element.isFlow } else { false }
    }
  }
}
