import RunbookChecks
import RunbookModel

/// `textDocument/foldingRange`: front matter, sections and code blocks.
enum FoldingRequest {
  static let request = EditorRequest("textDocument/foldingRange", "foldingRangeProvider") {
    state, params throws(RPCError) in
    guard let page = try state.page(params) else { return nothing }
    let outline = page.draft.page.outline
    var ranges: [ByteRange] = []
    if let frontMatter = page.draft.page.frontMatterRange { ranges.append(frontMatter) }
    ranges += outline.sections.indices.map { outline.extent(of: $0, in: page.file) }
    ranges += outline.codeBlocks.map(\.range)
    let lines = ranges.compactMap { range -> (Int, Int)? in
      let first = page.text.position(of: range.lowerBound).line
      var end = range.upperBound
      while end > range.lowerBound, [0x0A, 0x0D, 0x20].contains(page.text.bytes[end - 1]) {
        end -= 1
      }
      let last = page.text.position(of: end).line
      return last > first ? (first, last) : nil
    }
    return { json in
      json.array(lines) { json, lines in
        json.object { json in
          json.member("startLine") { $0.number(lines.0) }
          json.member("endLine") { $0.number(lines.1) }
        }
      }
    }
  }
}
