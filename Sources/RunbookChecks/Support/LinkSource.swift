package import RunbookModel

/// The destination of a link as it stands in the source.
package enum LinkSource {
  /// Its bytes, if they are the destination itself: not written with escapes, and not taken from a
  /// reference definition elsewhere.
  package static func destination(of link: PageOutline.Entry<Link>, in file: SourceFile)
    -> ByteRange?
  {
    let wanted = Array(link.value.destination.utf8)
    let range = link.range.clamped(to: 0..<file.bytes.count)
    guard !wanted.isEmpty, wanted.count + 3 < range.count else { return nil }
    var index = link.value.content.last?.range.upperBound ?? range.lowerBound
    index = max(index, range.lowerBound)
    while index + 2 + wanted.count <= range.upperBound {
      if file.bytes[index] == UInt8(ascii: "]"), file.bytes[index + 1] == UInt8(ascii: "(") {
        var start = index + 2
        if file.bytes[start] == UInt8(ascii: "<") { start += 1 }
        let end = start + wanted.count
        guard end <= range.upperBound, file.bytes[start..<end].elementsEqual(wanted) else {
          return nil
        }
        return start..<end
      }
      index += 1
    }
    return nil
  }
}
