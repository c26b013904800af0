/// Finds placeholders in text that need not be shell: configuration files, output, code spans.
package enum PlaceholderScanner {
  /// The byte ranges of every `<name>`, angle brackets included, in order. A name with a closing tag
  /// in the same text is markup.
  package static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    guard bytes.contains(Byte.less) else { return [] }
    let markup = MarkupNames(bytes)
    var ranges: [Range<Int>] = []
    var index = 0
    while index < bytes.count {
      if let end = PlaceholderToken.end(in: bytes, at: index, limit: bytes.count),
        !markup.contains(bytes[index + 1..<end - 1])
      {
        ranges.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return ranges
  }
}
