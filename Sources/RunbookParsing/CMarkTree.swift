private import CCMark
private import Synchronization

/// Owns a tree that cmark-gfm made. The only file that sees C: everything above works on values.
struct CMarkTree: ~Copyable {
  private let root: OpaquePointer

  /// Parses bytes that are valid UTF-8 without NUL; nil only when cmark cannot allocate a parser.
  init?(_ text: borrowing [UInt8]) {
    CMarkExtensions.prepare
    let options = CMARK_OPT_DEFAULT | CMARK_OPT_SOURCEPOS | CMARK_OPT_FOOTNOTES
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in CMarkExtensions.names {
      if let found = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, found)
      }
    }
    text.withUnsafeBytes { buffer in
      cmark_parser_feed(
        parser, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
    // A raw address may cross into the closure, a C pointer may not.
    let address = UInt(bitPattern: parser)
    let finished = CMarkExtensions.inlinePhase.withLock { _ in
      UInt(bitPattern: cmark_parser_finish(OpaquePointer(bitPattern: address)))
    }
    guard let root = OpaquePointer(bitPattern: finished) else { return nil }
    self.root = root
  }

  deinit { cmark_node_free(root) }

  /// What an entity such as `&amp;` stands for; nil when it is none. Only cmark knows them all.
  static func entityText(_ spelling: [UInt8]) -> [UInt8]? {
    let text = CMarkTree(spelling)?.withRoot { root in
      root.firstChild?.firstChild.map { Array($0.literal.utf8) }
    }
    guard let text = text ?? nil, text != spelling else { return nil }
    return text
  }

  /// Calls back with the document node, which is valid until the call returns.
  borrowing func withRoot<Result>(_ body: (CMarkNode) -> Result) -> Result {
    body(CMarkNode(pointer: root))
  }
}

private enum CMarkExtensions {
  static let names = ["table", "strikethrough", "autolink", "tasklist"]

  /// Registers the extensions once per process.
  static let prepare: Void = cmark_gfm_core_extensions_ensure_registered()

  /// A parser enters its extensions' special characters into a table that is global to the process
  /// when it starts on inlines, and takes them out when it is done. Two parsers at that point at the
  /// same time would disturb each other, so the second half of parsing is one thread's at a time;
  /// feeding, which finds the blocks, is not affected.
  static let inlinePhase = Mutex<Void>(())
}

/// One node of the C tree. It must not outlive the `withRoot` call that gave it.
struct CMarkNode {
  enum Kind {
    case document, blockQuote, list, item, codeBlock, htmlBlock, paragraph, heading, thematicBreak
    case table, tableRow, tableCell, footnoteDefinition
    case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
    case footnoteReference
    case unknown
  }

  fileprivate let pointer: OpaquePointer

  fileprivate init(pointer: OpaquePointer) { self.pointer = pointer }

  /// The numbers of extension nodes are handed out at run time, so those are told by their name.
  var kind: Kind {
    switch cmark_node_get_type(pointer) {
    case CMARK_NODE_TEXT: .text
    case CMARK_NODE_SOFTBREAK: .softBreak
    case CMARK_NODE_LINEBREAK: .lineBreak
    case CMARK_NODE_CODE: .code
    case CMARK_NODE_HTML_INLINE: .htmlInline
    case CMARK_NODE_EMPH: .emphasis
    case CMARK_NODE_STRONG: .strong
    case CMARK_NODE_LINK: .link
    case CMARK_NODE_IMAGE: .image
    case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
    case CMARK_NODE_DOCUMENT: .document
    case CMARK_NODE_BLOCK_QUOTE: .blockQuote
    case CMARK_NODE_LIST: .list
    case CMARK_NODE_ITEM: .item
    case CMARK_NODE_CODE_BLOCK: .codeBlock
    case CMARK_NODE_HTML_BLOCK: .htmlBlock
    case CMARK_NODE_PARAGRAPH: .paragraph
    case CMARK_NODE_HEADING: .heading
    case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
    case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
    default: extensionKind
    }
  }

  private var extensionKind: Kind {
    switch typeName {
    case "table": .table
    case "table_row", "table_header": .tableRow
    case "table_cell": .tableCell
    case "strikethrough": .strikethrough
    case "tasklist": .item
    default: .unknown
    }
  }

  private var typeName: String { String(cString: cmark_node_get_type_string(pointer)) }

  var firstChild: CMarkNode? { cmark_node_first_child(pointer).map(CMarkNode.init) }
  var next: CMarkNode? { cmark_node_next(pointer).map(CMarkNode.init) }

  /// The node that comes next in the source, outside of this one.
  var following: CMarkNode? {
    var node: OpaquePointer? = pointer
    while let current = node {
      if let next = cmark_node_next(current) { return CMarkNode(pointer: next) }
      node = cmark_node_parent(current)
    }
    return nil
  }

  var children: Siblings { Siblings(upcoming: firstChild) }

  /// One-based; columns count bytes and are 0 where cmark did not record a place.
  var startLine: Int { Int(cmark_node_get_start_line(pointer)) }
  var startColumn: Int { Int(cmark_node_get_start_column(pointer)) }
  var endLine: Int { Int(cmark_node_get_end_line(pointer)) }
  var endColumn: Int { Int(cmark_node_get_end_column(pointer)) }

  var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
  var hasLiteral: Bool { cmark_node_get_literal(pointer).map { $0.pointee != 0 } ?? false }
  var destination: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
  var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
  var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }

  /// Nil for a bullet list.
  var listStart: Int? {
    guard cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST else { return nil }
    return Int(cmark_node_get_list_start(pointer))
  }

  var isTightList: Bool { cmark_node_get_list_tight(pointer) != 0 }

  /// Nil when the item is not a task.
  var isChecked: Bool? {
    guard typeName == "tasklist" else { return nil }
    return cmark_gfm_extensions_get_tasklist_item_checked(pointer)
  }

  /// How many backticks or tildes open a fenced code block; nil for an indented one.
  var fence: (length: Int, character: UInt8)? {
    var length: CInt = 0
    var offset: CInt = 0
    var character: CChar = 0
    guard cmark_node_get_fenced(pointer, &length, &offset, &character) != 0 else { return nil }
    return (Int(length), UInt8(bitPattern: character))
  }

  /// The info string of a fence with escapes and entities resolved.
  var fenceInfo: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }

  var columnAlignments: [UInt8] {
    let count = Int(cmark_gfm_extensions_get_table_columns(pointer))
    guard let first = cmark_gfm_extensions_get_table_alignments(pointer) else { return [] }
    return Array(UnsafeBufferPointer(start: first, count: count))
  }
}

extension CMarkNode {
  struct Siblings: Sequence, IteratorProtocol {
    fileprivate var upcoming: CMarkNode?

    mutating func next() -> CMarkNode? {
      guard let node = upcoming else { return nil }
      upcoming = node.next
      return node
    }
  }
}
