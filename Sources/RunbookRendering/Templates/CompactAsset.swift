import RunbookModel

/// A script or a style sheet as it is published: without the lines that are comments, without the spaces
/// that begin the others, and in a style sheet without those beside its marks. A reader's browser loads a
/// fifth less.
///
/// It knows lines, not the languages, so it is for the files that come with the program: a test holds
/// that a compiler reads the same in both. A file that a site brings is published as it was written.
package enum CompactAsset {
  /// - Parameter name: says what the file is; what is neither a script nor a style sheet stays as it is.
  package static func bytes(_ source: [UInt8], named name: String) -> [UInt8] {
    guard name.hasSuffix(".js") || name.hasSuffix(".css") else { return source }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var isInComment = false
    var start = 0
    while start < source.count {
      let end = source.end(ofLineAt: start)
      let text = source[start..<end].drop { $0 == UInt8(ascii: " ") }
      start = end + 1
      if isInComment || text.starts(with: "/*".utf8) {
        isInComment = !ends(text)
      } else if !text.isEmpty, !text.starts(with: "//".utf8) {
        if name.hasSuffix(".css") { addDeclarations(text, to: &result) } else { result += text }
        result.append(UInt8(ascii: "\n"))
      }
    }
    return result
  }

  /// A line of a style sheet, without the spaces that mean nothing there.
  private static func addDeclarations(_ line: ArraySlice<UInt8>, to result: inout [UInt8]) {
    var quote: UInt8?
    for (index, byte) in zip(line.indices, line) {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") {
        quote = byte
      } else if byte == UInt8(ascii: " "),
        isMark(line[index - 1]) || line[(index + 1)...].first.map(isBrace) ?? true
      {
        continue
      }
      result.append(byte)
    }
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    isBrace(byte) || [UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: ",")].contains(byte)
  }

  private static func isBrace(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
  }

  /// True if a comment ends with this line.
  private static func ends(_ line: ArraySlice<UInt8>) -> Bool {
    line.suffix(2).elementsEqual("*/".utf8)
  }
}

extension [UInt8] {
  fileprivate func end(ofLineAt start: Int) -> Int {
    withUnsafeBufferPointer { bytes in
      ByteWord.firstIndex(in: bytes, from: start) { $0.marks(UInt8(ascii: "\n")) }
    }
  }
}
