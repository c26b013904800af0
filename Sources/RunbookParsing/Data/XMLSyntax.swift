/// What certainly is no XML (https://www.w3.org/TR/xml/): an end tag that closes another element than the
/// one that is open, or none. Several elements side by side are an excerpt, an element that is closed
/// nowhere is a value to fill in.
enum XMLSyntax {
  static func problem(in bytes: [UInt8]) -> DataProblem? {
    var tags: [Tag] = []
    var index = 0
    while let start = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      guard let end = end(ofMarkupAt: start, bytes) else { return nil }
      if let tag = Tag(bytes[start..<end]) { tags.append(tag) }
      index = end
    }
    let closed = Set(tags.filter(\.isEnd).map(\.name))
    var open: [Tag] = []
    for tag in tags {
      if !tag.isEnd {
        if closed.contains(tag.name) { open.append(tag) }
        continue
      }
      guard let last = open.popLast() else {
        return DataProblem(text: "`</\(tag.text)>` closes nothing", offset: tag.offset)
      }
      guard last.name == tag.name else {
        return DataProblem(
          text: "`</\(tag.text)>` stands where `<\(last.text)>` has to be closed",
          offset: tag.offset)
      }
    }
    return nil
  }

  private struct Tag {
    let name: ArraySlice<UInt8>
    let isEnd: Bool
    let offset: Int

    /// Nil for comments, declarations, empty elements and what is no tag.
    init?(_ markup: ArraySlice<UInt8>) {
      offset = markup.startIndex
      isEnd = markup.dropFirst().first == UInt8(ascii: "/")
      let rest = markup.dropFirst(isEnd ? 2 : 1)
      let name = rest.prefix { $0 > 32 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
      guard let first = name.first, first >= 0x80 || first.isLetter || first == UInt8(ascii: "_"),
        markup.dropLast().last != UInt8(ascii: "/")
      else { return nil }
      self.name = name
    }

    var text: String { String(decoding: name.prefix(60), as: UTF8.self) }
  }

  /// Where a comment, a section or a tag ends; nil where it does not.
  private static func end(ofMarkupAt start: Int, _ bytes: [UInt8]) -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where bytes[start...].starts(with: opening.utf8) {
      let closing = Array(closing.utf8)
      var index = start + opening.utf8.count
      while index < bytes.count, !bytes[index...].starts(with: closing) { index += 1 }
      return index < bytes.count ? index + closing.count : nil
    }
    var quote: UInt8?
    for index in start + 1..<bytes.count {
      let byte = bytes[index]
      if let current = quote {
        if byte == current { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      }
    }
    return nil
  }
}
