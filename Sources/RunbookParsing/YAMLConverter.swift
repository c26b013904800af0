import RunbookModel
private import Yams

extension YAMLReader {
  /// The tree of a document as ours; nil when it has too many values.
  static func tree(of text: String, _ source: YAMLSource, nodeLimit: Int) throws -> TreeResult {
    let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
    guard let root = try parser.singleRoot() else { return .empty }
    var converter = YAMLConverter(source: source, nodeLimit: nodeLimit)
    let node = converter.convert(root)
    return converter.count > nodeLimit ? .tooLarge(converter.count) : .tree(node)
  }

  enum TreeResult {
    case empty
    case tooLarge(Int)
    case tree(YAMLNode)
  }
}

/// Yams nodes to ours. Yams gives only the start of a node, so ends are found in the source.
private struct YAMLConverter {
  let source: YAMLSource
  let nodeLimit: Int
  var count = 0

  mutating func convert(_ node: Node) -> YAMLNode {
    count += 1
    let start =
      node.mark.map { source.offset(line: $0.line, column: $0.column) } ?? source.range.lowerBound
    guard count <= nodeLimit else {
      return YAMLNode(.scalar("", quoted: false), range: start..<start)
    }
    switch node {
    case .scalar(let scalar): return self.scalar(scalar, at: start)
    case .sequence(let sequence):
      let children = sequence.map { convert($0) }
      let end = max(start, children.last?.range.upperBound ?? start)
      return YAMLNode(.sequence(children), range: start..<flowEnd(from: start, end, "[", "]"))
    case .mapping(let mapping):
      let all = mapping.map { YAMLNode.Pair(key: convert($0.key), value: convert($0.value)) }
      let end = max(start, all.last?.value.range.upperBound ?? start)
      let pairs = all.filter { !source.renamed.contains($0.key.range.lowerBound) }
      return YAMLNode(.mapping(pairs), range: start..<flowEnd(from: start, end, "{", "}"))
    case .alias: return YAMLNode(.scalar("", quoted: false), range: start..<start)
    }
  }

  /// The end of a list or mapping: in flow style behind the closing bracket that follows the last
  /// child, else that of the last child.
  private func flowEnd(
    from start: Int, _ end: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar
  ) -> Int {
    let bytes = source.file.bytes
    let content = skippingProperties(from: start)
    guard content < source.range.upperBound, bytes[content] == UInt8(ascii: open) else {
      return end
    }
    var index = max(end, content + 1)
    var isComment = false
    while index < source.range.upperBound {
      let byte = bytes[index]
      index += 1
      if byte == 10 || byte == 13 { isComment = false }
      if byte == UInt8(ascii: "#") { isComment = true }
      if !isComment && byte == UInt8(ascii: close) { return index }
    }
    return end
  }

  private func scalar(_ scalar: Node.Scalar, at mark: Int) -> YAMLNode {
    let start = skippingProperties(from: mark)
    let isQuoted = scalar.style != .plain && scalar.style != .any
    let end =
      switch scalar.style {
      case .doubleQuoted, .singleQuoted: quotedEnd(from: start)
      case .literal, .folded: foldedEnd(of: scalar.string, from: lineEnd(from: start))
      default: foldedEnd(of: scalar.string, from: start)
      }
    return YAMLNode(
      .scalar(scalar.string, quoted: isQuoted),
      range: start..<min(max(start, end), max(start, source.range.upperBound)))
  }

  /// Past an anchor and a tag, and the blanks behind them.
  private func skippingProperties(from start: Int) -> Int {
    let bytes = source.file.bytes
    var index = start
    while index < source.range.upperBound,
      bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "!")
    {
      while index < source.range.upperBound && bytes[index] > 32 { index += 1 }
      while index < source.range.upperBound && bytes[index] <= 32 { index += 1 }
    }
    return index
  }

  private func lineEnd(from start: Int) -> Int {
    let rest = source.file.bytes[start..<max(start, source.range.upperBound)]
    return rest.firstIndex { $0 == 10 || $0 == 13 } ?? rest.endIndex
  }

  /// Blanks and line ends may differ between a scalar's text and its source, nothing else.
  private func foldedEnd(of text: String, from start: Int) -> Int {
    let bytes = source.file.bytes
    var index = start
    var end = start
    for byte in text.utf8 where byte > 32 {
      while index < source.range.upperBound && bytes[index] != byte && bytes[index] <= 32 {
        index += 1
      }
      guard index < source.range.upperBound, bytes[index] == byte else { return end }
      index += 1
      end = index
    }
    return end
  }

  private func quotedEnd(from start: Int) -> Int {
    let bytes = source.file.bytes
    guard start < source.range.upperBound else { return start }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start + 1 }
    var index = start + 1
    while index < source.range.upperBound {
      if bytes[index] == UInt8(ascii: "\\") && quote == UInt8(ascii: "\"") {
        index += 2
      } else if bytes[index] == quote {
        let isDoubled =
          quote == UInt8(ascii: "'") && index + 1 < source.range.upperBound
          && bytes[index + 1] == quote
        if !isDoubled { return index + 1 }
        index += 2
      } else {
        index += 1
      }
    }
    return source.range.upperBound
  }
}
