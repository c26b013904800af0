import RunbookChecks
import RunbookModel
import RunbookRendering
import Testing

/// Trees by hand: the Markdown parser is another target's concern.
enum PageTree {
  static let range = 0..<1

  static func text(_ text: String) -> Inline { Inline(.text(text), range: range) }
  static func code(_ text: String) -> Inline { Inline(.code(text), range: range) }
  static func html(_ text: String) -> Inline { Inline(.html(text), range: range) }
  static func strong(_ content: Inline...) -> Inline { Inline(.strong(content), range: range) }
  static func emphasis(_ content: Inline...) -> Inline { Inline(.emphasis(content), range: range) }
  static func deleted(_ content: Inline...) -> Inline {
    Inline(.strikethrough(content), range: range)
  }
  static var softBreak: Inline { Inline(.softBreak, range: range) }
  static var hardBreak: Inline { Inline(.hardBreak, range: range) }

  static func link(_ destination: String, title: String = "", _ content: Inline...) -> Inline {
    Inline(.link(Link(destination: destination, title: title, content: content)), range: range)
  }

  static func image(_ destination: String, title: String = "", _ content: Inline...) -> Inline {
    Inline(.image(Link(destination: destination, title: title, content: content)), range: range)
  }

  static func note(_ index: Int, _ occurrence: Int = 1) -> Inline {
    Inline(.footnoteReference(index: index, occurrence: occurrence), range: range)
  }

  static func block(_ kind: Block.Kind) -> Block { Block(kind, range: range) }
  static func paragraph(_ content: Inline...) -> Block { block(.paragraph(content)) }
  static func paragraph(_ string: String) -> Block { paragraph(text(string)) }

  static func heading(_ level: Int, _ string: String, id: String) -> Block {
    block(.heading(Heading(level: level, content: [text(string)], id: id)))
  }

  static func alert(_ kind: Alert.Kind, _ blocks: Block...) -> Block {
    block(.alert(Alert(kind: kind, blocks: blocks)))
  }

  static func details(_ summary: String, isOpen: Bool = false, _ blocks: Block...) -> Block {
    block(.details(Details(summary: summary, isOpen: isOpen, blocks: blocks)))
  }

  static func fence(
    _ language: String, _ code: String, _ attributes: KeyValuePairs<String, String> = [:]
  ) -> Block {
    let attributes = attributes.map {
      FenceAttribute(
        name: SourceText($0.key, range: range), value: SourceText($0.value, range: range))
    }
    let fence = Fence(
      language: SourceText(language, range: range), attributes: attributes,
      info: SourceText(language, range: range), marker: range, isClosed: true)
    return block(.code(CodeBlock(text: code, lineOffsets: [0], fence: fence)))
  }

  static func item(_ blocks: Block..., isChecked: Bool? = nil) -> List.Item {
    List.Item(isChecked: isChecked, blocks: blocks, range: range)
  }

  static func list(start: Int? = nil, _ items: List.Item...) -> Block {
    block(.list(List(start: start, isTight: true, items: items)))
  }

  static func row(_ cells: [[Inline]]) -> Table.Row {
    Table.Row(
      cells: cells.map { Table.Cell(content: $0, range: range) }, range: range, sourceCells: [])
  }

  static func table(
    _ alignments: [Table.Alignment], _ header: [[Inline]], _ rows: [[Inline]]...
  ) -> Block {
    block(.table(Table(alignments: alignments, header: row(header), rows: rows.map(row))))
  }
}

/// A document on its way to storage format.
struct StorageExport {
  let target: ConfluenceTarget
  var html = RawHTMLPolicy.escape
  let resolver: ConfluenceResolver

  struct Output {
    let bytes: [UInt8]
    let labels: [String]
    let losses: LossReport
  }

  func render(
    _ document: Document, page: ConfluencePage, linkedHeadings: Set<String> = []
  ) -> Output {
    let tree = ConfluenceTree(
      HTMLTree.resolve(document, html).document, page: page,
      settings: ConfluenceSettings(
        target: target, resolver: resolver, linkedHeadings: linkedHeadings))
    let storage = PayloadCatalog.all.first { $0.fileName == "storage.xml" }
    return Output(bytes: storage?.render(tree) ?? [], labels: tree.labels, losses: tree.losses)
  }
}

/// A page rendered for both targets; the XML and the allow-list are checked for each.
struct StorageRendering {
  var page = ConfluencePage(title: "A page")
  var html = RawHTMLPolicy.escape
  var linkedHeadings: Set<String> = []
  var footnotes: [Footnote] = []

  static let resolver = ConfluenceResolver(
    link: { destination in
      if destination.hasPrefix("#") {
        return .samePage(anchor: String(destination.dropFirst()), url: nil)
      }
      if destination.hasSuffix(".md") {
        return .page(title: "Title of \(destination)", space: nil, anchor: nil, url: nil)
      }
      if destination.hasSuffix(".pdf") { return .attachment(fileName: destination, url: nil) }
      return destination == "gone" ? .broken : .external(destination)
    },
    image: { destination in
      if destination.hasPrefix("https:") { return .url(destination) }
      return destination == "gone" ? .broken : .attachment(fileName: destination, url: nil)
    })

  func output(_ target: ConfluenceTarget, _ blocks: [Block]) -> StorageExport.Output {
    StorageExport(target: target, html: html, resolver: Self.resolver).render(
      Document(blocks: blocks, footnotes: footnotes), page: page, linkedHeadings: linkedHeadings)
  }

  /// The fragment, after it has passed the XML parser and the allow-list.
  func storage(
    _ target: ConfluenceTarget, _ blocks: [Block], at location: SourceLocation = #_sourceLocation
  ) -> String {
    let output = output(target, blocks)
    let fragment = String(decoding: output.bytes, as: UTF8.self)
    let faults = StorageAllowList.faults(of: fragment)
    #expect(faults == [], "\(target)", sourceLocation: location)
    return fragment.hasSuffix("\n") ? String(fragment.dropLast()) : fragment
  }

  func root(_ target: ConfluenceTarget, _ blocks: [Block]) throws -> XMLElementNode {
    try #require(XMLElementNode.parse(storage(target, blocks)).root)
  }

  /// What storage format loses.
  func losses(_ target: ConfluenceTarget, _ blocks: Block...) -> [String] {
    output(target, blocks).losses.losses.filter { $0.scope != .paste }.map(\.what)
  }

  /// Both targets say the same.
  func expect(
    _ blocks: Block..., both expected: String, at location: SourceLocation = #_sourceLocation
  ) {
    for target in ConfluenceTarget.allCases {
      let actual = storage(target, blocks, at: location)
      #expect(actual == expected, "\(target)", sourceLocation: location)
    }
  }

  func expect(
    _ blocks: Block..., cloud: String, dataCenter: String,
    at location: SourceLocation = #_sourceLocation
  ) {
    let actual = ConfluenceTarget.allCases.map { storage($0, blocks, at: location) }
    #expect(actual[0] == cloud, sourceLocation: location)
    #expect(actual[1] == dataCenter, sourceLocation: location)
  }
}

/// Markup that many expectations share.
enum StorageMarkup {
  static func code(_ language: String, _ text: String, parameters: String = "") -> String {
    "<ac:structured-macro ac:name=\"code\" ac:schema-version=\"1\">"
      + "<ac:parameter ac:name=\"language\">\(language)</ac:parameter>\(parameters)"
      + "<ac:plain-text-body><![CDATA[\(text)]]></ac:plain-text-body></ac:structured-macro>"
  }

  static func parameter(_ name: String, _ value: String) -> String {
    "<ac:parameter ac:name=\"\(name)\">\(value)</ac:parameter>"
  }

  static func macro(_ name: String, parameters: String = "", _ body: String) -> String {
    "<ac:structured-macro ac:name=\"\(name)\" ac:schema-version=\"1\">\(parameters)"
      + "<ac:rich-text-body>\(body)</ac:rich-text-body></ac:structured-macro>"
  }

  static func anchor(_ name: String) -> String {
    "<ac:structured-macro ac:name=\"anchor\" ac:schema-version=\"1\">"
      + "<ac:parameter ac:name=\"\">\(name)</ac:parameter></ac:structured-macro>"
  }

  static func task(_ id: Int, _ status: String, _ body: String) -> String {
    "<ac:task><ac:task-id>\(id)</ac:task-id><ac:task-status>\(status)</ac:task-status>"
      + "<ac:task-body>\(body)</ac:task-body></ac:task>"
  }
}
