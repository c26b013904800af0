import RunbookModel

/// A page with its included texts in their places.
struct SplicedPage {
  let page: ParsedRunbook
  /// The included ranges that are shown.
  let kept: [ByteRange]
  /// The parts by themselves.
  let documents: [Document]

  /// Where an included part shows a placeholder.
  func place(of name: String, in part: Int) -> SourceRange? {
    guard let origins = page.file.origins else { return nil }
    for range in kept where origins.part(at: range.lowerBound) == part {
      guard let place = page.file.places(of: name, in: range).first else { continue }
      return SourceRange(file: origins.parts[part].file, bytes: origins.home(place).range)
    }
    return nil
  }

  /// What of which file is shown, and by which includes.
  var landings: [Diagnostic] {
    guard let origins = page.file.origins else { return [] }
    return kept.map { range in
      let (part, home) = origins.home(range)
      return .landing(
        of: SourceRange(file: origins.parts[part].file, bytes: home), by: origins.way(to: part))
    }
  }

  /// A part whose values make other blocks or markup of its text.
  func differsInShape(from other: SplicedPage) -> Int? {
    documents.indices.dropFirst().first {
      Shape.of(documents[$0]) != Shape.of(other.documents[$0])
    }
  }
}

extension SourceFile {
  /// Where `<name>` stands in a range.
  func places(of name: String, in range: ByteRange) -> [ByteRange] {
    let wanted = Array("<\(name)>".utf8)
    var found: [ByteRange] = []
    var place = range.lowerBound
    while place + wanted.count <= min(range.upperBound, bytes.count) {
      if bytes[place] == wanted[0], bytes[place..<place + wanted.count].elementsEqual(wanted) {
        found.append(place..<place + wanted.count)
        place += wanted.count
      } else {
        place += 1
      }
    }
    return found
  }
}

/// What a text is made of, without its words.
private enum Shape {
  static func of(_ document: Document) -> String {
    var shape = ""
    add(document.blocks, to: &shape)
    for footnote in document.footnotes { add(footnote.blocks, to: &shape) }
    return shape
  }

  private static func add(_ blocks: [Block], to shape: inout String) {
    for block in blocks {
      switch block.kind {
      case .paragraph(let content), .inlines(let content):
        group("p", &shape) { add(content, to: &$0) }
      case .heading(let heading):
        group("h\(heading.level)", &shape) { add(heading.content, to: &$0) }
      case .code(let code): shape += "k\(code.lineOffsets.count)"
      case .html: shape += "x"
      case .quote(let blocks): group("q", &shape) { add(blocks, to: &$0) }
      case .alert(let alert): group("a\(alert.kind)", &shape) { add(alert.blocks, to: &$0) }
      case .details(let details): group("d", &shape) { add(details.blocks, to: &$0) }
      case .list(let list):
        for item in list.items { group("l", &shape) { add(item.blocks, to: &$0) } }
      case .table(let table):
        for row in [table.header] + table.rows {
          for cell in row.cells { group("c", &shape) { add(cell.content, to: &$0) } }
        }
      case .thematicBreak: shape += "-"
      case .element(_, let blocks): group("e", &shape) { add(blocks, to: &$0) }
      }
    }
  }

  private static func group(_ name: String, _ shape: inout String, _ inner: (inout String) -> Void)
  {
    shape += name + "("
    inner(&shape)
    shape += ")"
  }

  /// A placeholder in prose is HTML to Markdown, and its value is text.
  private static func add(_ inlines: [Inline], to shape: inout String) {
    for inline in inlines {
      switch inline.kind {
      case .text, .html: if shape.last != "t" { shape += "t" }
      case .softBreak: shape += "s"
      case .hardBreak: shape += "b"
      case .code: shape += "c"
      case .emphasis(let content): group("i", &shape) { add(content, to: &$0) }
      case .strong(let content): group("g", &shape) { add(content, to: &$0) }
      case .strikethrough(let content): group("~", &shape) { add(content, to: &$0) }
      case .link(let link): group("u", &shape) { add(link.content, to: &$0) }
      case .image: shape += "m"
      case .footnoteReference: shape += "f"
      case .element(_, let content): group("e", &shape) { add(content, to: &$0) }
      }
    }
  }
}
