package import RunbookModel

/// The source of a diagram, and the program that the site names for its language.
package struct Diagram: Sendable, Hashable {
  /// The label of its block, in lower case.
  package let language: String
  package let source: String
  /// The name of the program and its arguments; it reads the source and writes the picture.
  package let command: [String]

  /// Nil for a block that no program draws.
  package init?(_ block: CodeBlock, _ config: SiteConfig) {
    guard let command = config.diagrams[block.language] else { return nil }
    language = block.language
    source = block.text
    self.command = command
  }

  /// A name without ending for the picture, which changes with everything that makes it.
  package var name: String {
    let parts = command + [language, source]
    // No part holds a NUL: the reader of the configuration and the parser see to that.
    return String(SHA256.hex(Array(parts.joined(separator: "\0").utf8)).prefix(24))
  }

  /// The diagrams of a page, each with the place of its opening line.
  package static func all(of page: ParsedRunbook, _ config: SiteConfig) -> [(
    diagram: Diagram, place: SourceRange
  )] {
    guard !config.diagrams.isEmpty else { return [] }
    return page.outline.codeBlocks.compactMap { entry in
      guard let fence = entry.value.fence, let diagram = Diagram(entry.value, config) else {
        return nil
      }
      let place = fence.marker.lowerBound..<fence.info.range.upperBound
      guard let origins = page.file.origins else { return (diagram, page.file.range(place)) }
      let (part, range) = origins.home(place)
      return (diagram, SourceRange(file: origins.parts[part].file, bytes: range))
    }
  }
}

/// The pictures that were drawn, by what they show.
package struct Diagrams: Sendable {
  /// Paths in the output.
  private var pictures: [Diagram: String] = [:]

  package init() {}

  package var isEmpty: Bool { pictures.isEmpty }

  package mutating func add(_ path: String, of diagram: Diagram) { pictures[diagram] = path }

  /// What is said of a diagram that is shown as its source.
  fileprivate static func note(on block: Block) -> Block {
    let words = Inline(.text("This diagram is shown as its source:"), range: block.range)
    return Block(.paragraph([Inline(.emphasis([words]), range: block.range)]), range: block.range)
  }

  /// A picture and, folded below it, the source, for those who change it.
  fileprivate func picture(_ block: Block, _ config: SiteConfig) -> [Block]? {
    guard case .code(let code) = block.kind, let diagram = Diagram(code, config),
      let path = pictures[diagram]
    else { return nil }
    let title = code.attribute("title")?.value.text ?? ""
    let words = Inline(.text(title.isEmpty ? "Diagram" : title), range: block.range)
    // A picture with a title has a caption.
    let link = Link(destination: "/" + path, title: title, content: [words])
    let source = Details(summary: "Source of the diagram", isOpen: false, blocks: [block])
    return [
      Block(.paragraph([Inline(.image(link), range: block.range)]), range: block.range),
      Block(.details(source), range: block.range),
    ]
  }
}

extension CheckedRunbook {
  /// The page with the pictures of its diagrams; where there is none, it says that the source is shown.
  package func showing(_ diagrams: Diagrams, _ config: SiteConfig) -> CheckedRunbook {
    let sources = Set(
      DiagramSource.blocks(of: document, outline, config).filter { $0.value.language != "math" }
        .map(\.range.lowerBound))
    guard !sources.isEmpty || outline.codeBlocks.contains(where: { config.draws($0.value) }) else {
      return self
    }
    var page = self
    page.show { block in
      if case .code = block.kind, sources.contains(block.range.lowerBound) {
        return [Diagrams.note(on: block), block]
      }
      return diagrams.picture(block, config)
    }
    return page
  }
}

extension SiteConfig {
  /// Whether a program makes a picture of a block.
  func draws(_ block: CodeBlock) -> Bool { diagrams[block.language] != nil }
}
