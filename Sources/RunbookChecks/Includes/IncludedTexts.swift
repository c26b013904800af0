import RunbookModel

/// The texts of a page and of all that it includes, one after the other: each follows the line of its include.
struct IncludedTexts {
  private let tree: IncludeTree

  init(_ tree: IncludeTree) { self.tree = tree }

  /// - Parameter edits: what becomes of the text of a part's file, by part; sorted.
  func spliced(_ source: IncludeSource, edits: [Int: [Diagnostic.Fix.Edit]]) -> SplicedPage {
    var text = Text(parts: tree.parts, edits: edits)
    text.add(0)
    let root = tree.parts[0].source
    let file = SourceFile(
      path: root.file.path, bytes: text.bytes, origins: TextOrigins(origins, text.runs))
    let documents = lines(of: file).map { source.parse(file, $0) }
    var splicer = IncludeSplicer(tree.parts, documents)
    return splicer.page(file, root.frontMatterRange)
  }

  private var origins: [TextOrigins.Part] {
    tree.parts.map { part in
      TextOrigins.Part(
        file: part.source.file.path, parent: part.parent, link: part.link,
        context: part.parent == nil ? nil : part.metadata.context.map { ($0.value, $0.range) },
        inputs: part.parent == nil
          ? [] : Set(part.declared + part.values.values.compactMap(IncludeLink.placeholder)))
    }
  }

  /// The lines of each part, without front matter.
  private func lines(of file: SourceFile) -> [[Range<Int>]] {
    var lines = [[Range<Int>]](repeating: [], count: tree.parts.count)
    guard let origins = file.origins else { return lines }
    for line in tree.parts[0].source.bodyLine..<max(tree.parts[0].source.bodyLine, file.lines.count)
    {
      let part = origins.part(at: file.lines.starts[line])
      if let last = lines[part].last, last.upperBound == line {
        lines[part][lines[part].count - 1] = last.lowerBound..<line + 1
      } else {
        lines[part].append(line..<line + 1)
      }
    }
    return lines
  }

  private struct Text {
    let parts: [IncludedPart]
    let edits: [Int: [Diagnostic.Fix.Edit]]
    var bytes: [UInt8] = []
    var runs: [TextOrigins.Run] = []

    /// Writes a part with everything that it includes.
    mutating func add(_ number: Int) {
      let part = parts[number]
      let file = part.source.file
      let first = part.parent == nil ? 0 : file.lines.range(ofLine: part.source.bodyLine).lowerBound
      var place = first
      var edits = (edits[number] ?? [])[...]
      for (index, child) in part.children.sorted(by: { $0.key < $1.key }) {
        let end = part.source.document.blocks[index].range.upperBound
        let line = file.lines.range(ofLine: file.lines.line(at: max(end - 1, 0))).upperBound
        copy(&place, to: line, number, file, &edits)
        endLine(number, at: place)
        add(child)
      }
      copy(&place, to: file.bytes.count, number, file, &edits)
      if part.parent != nil { endLine(number, at: place) }
    }

    private mutating func copy(
      _ place: inout Int, to end: Int, _ part: Int, _ file: SourceFile,
      _ edits: inout ArraySlice<Diagnostic.Fix.Edit>
    ) {
      while let edit = edits.first, edit.bytes.lowerBound < end {
        copy(place..<edit.bytes.lowerBound, part, file)
        runs.append(.init(part: part, start: bytes.count, source: edit.bytes, isCopy: false))
        bytes += edit.text.utf8
        place = edit.bytes.upperBound
        edits.removeFirst()
      }
      copy(place..<max(place, end), part, file)
      place = max(place, end)
    }

    private mutating func copy(_ range: ByteRange, _ part: Int, _ file: SourceFile) {
      guard !range.isEmpty else { return }
      runs.append(.init(part: part, start: bytes.count, source: range, isCopy: true))
      bytes += file.bytes[range]
    }

    private mutating func endLine(_ part: Int, at place: Int) {
      guard let last = bytes.last, last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") else {
        return
      }
      runs.append(.init(part: part, start: bytes.count, source: place..<place, isCopy: false))
      bytes.append(UInt8(ascii: "\n"))
    }
  }
}

extension ParsedRunbook {
  /// The first line after the front matter, zero-based.
  fileprivate var bodyLine: Int {
    guard let range = frontMatterRange, !range.isEmpty else { return 0 }
    return file.lines.line(at: range.upperBound - 1) + 1
  }
}
