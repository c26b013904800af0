import RunbookChecks
import RunbookModel

/// `textDocument/documentSymbol`: the headings of a page, with the steps below each.
enum DocumentSymbolRequest {
  /// LSP 3.17, "SymbolKind".
  static let (string, function) = (15, 12)

  static let request = EditorRequest("textDocument/documentSymbol", "documentSymbolProvider") {
    state, params throws(RPCError) in
    guard let page = try state.page(params) else { return nothing }
    let outline = page.draft.page.outline
    return { json in
      Writer(page: page, outline: outline).write(below: nil, to: &json)
    }
  }

  private struct Writer {
    let page: EditorPage
    let outline: PageOutline

    func write(below parent: Int?, to json: inout JSONWriter) {
      let sections = outline.sections.indices.filter { outline.sections[$0].parent == parent }
      let steps = page.draft.blocks.filter { block in
        block.step != nil && outline.codeBlocks[block.index].section == parent
      }
      let entries =
        (steps.map { (start: $0.range.lowerBound, step: Optional($0), section: -1) }
        + sections.map { (start: outline.sections[$0].range.lowerBound, step: nil, section: $0) })
        .sorted { $0.start < $1.start }
      json.array(entries) { json, entry in
        if let step = entry.step { write(step, to: &json) } else { write(entry.section, to: &json) }
      }
    }

    private func write(_ block: CommandBlock, to json: inout JSONWriter) {
      json.object { json in
        json.member("name") { $0.string(block.step?.text) }
        json.member("detail") { $0.string(block.context.map { "runs in \($0.value)" } ?? "step") }
        json.member("kind") { $0.number(DocumentSymbolRequest.function) }
        json.member("range") { $0.range(block.range, in: page.text) }
        json.member("selectionRange") { $0.range(block.step?.range ?? block.range, in: page.text) }
      }
    }

    private func write(_ index: Int, to json: inout JSONWriter) {
      let section = outline.sections[index]
      json.object { json in
        json.member("name") { $0.string(section.text.isEmpty ? "(empty)" : section.text) }
        json.member("kind") { $0.number(DocumentSymbolRequest.string) }
        json.member("range") { $0.range(outline.extent(of: index, in: page.file), in: page.text) }
        json.member("selectionRange") { $0.range(section.range, in: page.text) }
        json.member("children") { write(below: index, to: &$0) }
      }
    }
  }
}

extension PageOutline {
  /// A heading with all that stands under it.
  func extent(of index: Int, in file: SourceFile) -> ByteRange {
    let section = sections[index]
    let next = sections[(index + 1)...].first { $0.heading.level <= section.heading.level }
    let end = next?.range.lowerBound ?? file.bytes.count
    return section.range.lowerBound..<max(section.range.upperBound, end)
  }
}
