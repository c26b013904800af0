import RunbookModel

/// The fenced blocks in the text of another one, which Markdown takes for code.
enum InnerBlocks {
  static func of(_ outer: CodeBlock) -> [CodeBlock] {
    var blocks: [CodeBlock] = []
    var open: (fence: Fence, length: Int)?
    var text = ""
    var offsets: [Int] = []
    let lines = outer.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, offset) in zip(lines, outer.lineOffsets) {
      let start = line.drop { $0 == " " }
      let length = max(
        start.prefix { $0 == "`" }.utf8.count, start.prefix { $0 == "~" }.utf8.count)
      if let current = open {
        guard length >= current.length, start.dropFirst(length).allSatisfy(\.isWhitespace) else {
          text += line + "\n"
          offsets.append(offset)
          continue
        }
        blocks.append(CodeBlock(text: text, lineOffsets: offsets, fence: current.fence))
        (open, text, offsets) = (nil, "", [])
      } else if length >= 3 {
        let marker = offset + line.utf8.count - start.utf8.count
        open = (fence(String(start.dropFirst(length)), at: marker, length), length)
      }
    }
    return blocks
  }

  private static func fence(_ info: String, at offset: Int, _ length: Int) -> Fence {
    let start = offset + length
    let language = String(info.drop { $0 == " " }.prefix { !" {,:".contains($0) })
    let place = start..<start + info.utf8.count
    return Fence(
      language: SourceText(language, range: place), attributes: [],
      info: SourceText(info, range: place), marker: offset..<start, isClosed: true)
  }
}
