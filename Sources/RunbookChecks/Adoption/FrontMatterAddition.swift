import RunbookModel

/// Lines that are added to the front matter of a page. A page without one gets one.
struct FrontMatterAddition {
  let file: SourceFile
  let frontMatter: FrontMatter?

  private var lineEnd: String {
    let first = file.lines.range(ofLine: 0)
    if file.bytes[first].last == 0x0D { return "\r" }
    return file.bytes[first].suffix(2).elementsEqual([0x0D, 0x0A]) ? "\r\n" : "\n"
  }

  /// Whether lines may be added: what there is can be read, and is a mapping in lines.
  var isPossible: Bool {
    guard let frontMatter else { return true }
    guard let root = frontMatter.root else { return FrontMatterSchema.isEmpty(frontMatter, file) }
    guard case .mapping(let pairs) = root.kind else { return false }
    return pairs.isEmpty || file.bytes[root.range.lowerBound] != UInt8(ascii: "{")
  }

  /// - Parameters:
  ///   - fields: whole lines, without indentation and line ends.
  ///   - inputs: placeholders to declare.
  /// - Returns: the edits, sorted.
  func edits(_ fields: [String], inputs: [String]) -> [Diagnostic.Fix.Edit] {
    guard isPossible else { return [] }
    let declared = inputs.map { name in
      "\(YAMLText.scalar(name)): {type: \(InputGuess.type(of: name).rawValue)}"
    }
    let isNew = frontMatter == nil || existingInputs == nil
    var lines = fields
    if isNew, !declared.isEmpty { lines += ["inputs:"] + declared.map { "  " + $0 } }
    guard let frontMatter else {
      guard !lines.isEmpty else { return [] }
      let text = (["---"] + lines + ["---"]).map { $0 + lineEnd }.joined()
      let start = file.lines.starts[0]
      let isApart = file.lines.contentRange(ofLine: 0, in: file.bytes).isEmpty
      return [.init(start..<start, with: text + (isApart ? "" : lineEnd))]
    }
    let end = file.lines.starts[file.lines.line(at: frontMatter.range.upperBound - 1)]
    let indent = String(repeating: " ", count: column(of: frontMatter.root))
    let own = lines.map { indent + $0 + lineEnd }.joined()
    guard !isNew, !declared.isEmpty, let place = placeInInputs else {
      return own.isEmpty ? [] : [.init(end..<end, with: own)]
    }
    let more = declared.map { place.indent + $0 + lineEnd }.joined()
    if place.offset == end { return [.init(end..<end, with: more + own)] }
    return [.init(place.offset..<place.offset, with: more)]
      + (own.isEmpty ? [] : [.init(end..<end, with: own)])
  }

  private func column(of node: YAMLNode?) -> Int {
    guard case .mapping(let pairs)? = node?.kind, let first = pairs.first else { return 0 }
    let start = first.key.range.lowerBound
    return start - file.lines.starts[file.lines.line(at: start)]
  }

  private var existingInputs: YAMLNode? {
    guard case .mapping(let pairs)? = frontMatter?.root?.kind else { return nil }
    return pairs.first { $0.key.scalar == "inputs" }?.value
  }

  /// The line after the last input, where inputs stand in lines of their own.
  private var placeInInputs: (offset: Int, indent: String)? {
    guard let node = existingInputs, case .mapping(let pairs) = node.kind,
      let first = pairs.first, let last = pairs.last,
      file.bytes[node.range.lowerBound] != UInt8(ascii: "{")
    else { return nil }
    var end = max(last.value.range.upperBound, last.key.range.upperBound)
    while end > 0, [0x20, 0x0A, 0x0D].contains(file.bytes[end - 1]) { end -= 1 }
    let line = file.lines.line(at: max(end - 1, 0)) + 1
    guard line < file.lines.count else { return nil }
    let start = first.key.range.lowerBound
    let indent = start - file.lines.starts[file.lines.line(at: start)]
    return (file.lines.starts[line], String(repeating: " ", count: indent))
  }
}
