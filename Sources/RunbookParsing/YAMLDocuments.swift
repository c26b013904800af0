package import RunbookModel

/// Where the documents of a YAML text stand that holds several.
package enum YAMLDocuments {
  /// `---` at the margin begins the next one, also inside of a scalar.
  package static func ranges(of text: SourceFile) -> [ByteRange] {
    var starts = [0]
    for line in 0..<text.lines.count {
      let range = text.lines.contentRange(ofLine: line, in: text.bytes)
      let bytes = text.bytes[range]
      guard range.lowerBound > 0, bytes.starts(with: "---".utf8),
        bytes.count == 3 || bytes.dropFirst(3).first == UInt8(ascii: " ")
      else { continue }
      starts.append(range.lowerBound)
    }
    return starts.indices.map {
      starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.bytes.count)
    }
  }
}
