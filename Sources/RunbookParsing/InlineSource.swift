import RunbookModel

/// The text of one paragraph, heading or table cell as cmark reads inlines from it, without quote
/// markers and indentation, and the place in the file of each of its bytes.
struct InlineSource {
  /// Lines are joined by LF.
  private(set) var bytes: [UInt8] = []
  /// File offset of each byte; that of a `|` written `\|` is its backslash's. Empty where the bytes stand
  /// in the file as they do here, from `start` on: most texts are one line.
  private var offsets: [Int] = []
  private let file: SourceFile
  private let start: Int
  private var restoredMarkers = 0

  /// - Parameter unescapingPipes: cmark replaces each `\|` in a table cell by `|` before it looks
  ///   for inlines.
  init(lines: [ByteRange], of file: SourceFile, unescapingPipes: Bool = false) {
    self.file = file
    start = lines.first?.lowerBound ?? 0
    if lines.count == 1, let line = lines.first,
      !unescapingPipes || !file.bytes[line].contains(UInt8(ascii: "\\"))
    {
      bytes = Array(file.bytes[line.lowerBound..<file.end(ofTextIn: line)])
      return
    }
    let length = lines.reduce(0) { $0 + $1.count + 1 }
    bytes.reserveCapacity(length)
    offsets.reserveCapacity(length)
    for (number, line) in lines.enumerated() {
      if number > 0 { append(10, at: lines[number - 1].upperBound) }
      guard unescapingPipes else {
        bytes.append(contentsOf: file.bytes[line])
        offsets.append(contentsOf: line)
        continue
      }
      var index = line.lowerBound
      while index < line.upperBound {
        let isPipe = unescapingPipes && file.isEscapedPipe(at: index, before: line.upperBound)
        append(isPipe ? UInt8(ascii: "|") : file.bytes[index], at: index)
        index += isPipe ? 2 : 1
      }
    }
    while let last = bytes.last, SourceFile.isTrailing(last) {
      bytes.removeLast()
      offsets.removeLast()
    }
  }

  private func offset(of index: Int) -> Int { offsets.isEmpty ? start + index : offsets[index] }

  private mutating func append(_ byte: UInt8, at offset: Int) {
    bytes.append(byte)
    offsets.append(offset)
  }

  var count: Int { bytes.count }

  /// Gives a line back the `>` in front of it: in a lazy line it may be text. False when there is
  /// none, or when that happens too often for a text that people wrote.
  mutating func restoreMarker(at index: Int) -> Bool {
    guard index > 0, index < bytes.count, bytes[index - 1] == 10, restoredMarkers < 64 else {
      return false
    }
    var start = offset(of: index) - 1
    while start > offset(of: index - 1) && (file.bytes[start] == 32 || file.bytes[start] == 9) {
      start -= 1
    }
    guard file.bytes[start] == UInt8(ascii: ">") else { return false }
    restoredMarkers += 1
    let end = offset(of: index)
    bytes.insert(contentsOf: file.bytes[start..<end], at: index)
    offsets.insert(contentsOf: start..<end, at: index)
    return true
  }

  /// The end of a text that is spelt here as it reads; nil where it is not, and where it holds what may be
  /// spelt in another way.
  func end(ofPlain text: borrowing String, from index: Int) -> Int? {
    var text = copy text
    return text.withUTF8 { text in
      let plain = ByteWord.firstIndex(in: text, from: 0) { word in
        word.marks(UInt8(ascii: "\\")) | word.marks(UInt8(ascii: "&"))
      }
      guard plain == text.count, index + plain <= bytes.count else { return nil }
      let isSame = bytes.withUnsafeBytes { bytes in
        ByteWord.isSame(
          UnsafeRawBufferPointer(text),
          UnsafeRawBufferPointer(rebasing: bytes[index..<index + plain]))
      }
      return isSame ? index + plain : nil
    }
  }

  func byte(_ index: Int) -> UInt8? { index < bytes.count ? bytes[index] : nil }

  /// The file's bytes of a range of `bytes`. An empty range stands behind the byte before it, if that
  /// is on the same line.
  func range(_ lower: Int, _ upper: Int) -> ByteRange {
    guard lower < upper else {
      let isLineStart = lower > 0 && lower < bytes.count && bytes[lower - 1] == 10
      let place = isLineStart ? offset(of: lower) : end(lower)
      return place..<place
    }
    return offset(of: lower)..<end(upper)
  }

  /// The place in the file of a position between two bytes, as close to the former as can be.
  private func end(_ index: Int) -> Int {
    guard index > 0, index <= bytes.count else { return start }
    let offset = offset(of: index - 1)
    switch bytes[index - 1] {
    case 10:
      return min(
        offset + (file.isLineFeed(at: offset + 1, after: offset) ? 2 : 1), file.bytes.count)
    case UInt8(ascii: "|") where file.bytes[offset] == UInt8(ascii: "\\"): return offset + 2
    default: return offset + 1
    }
  }

  /// Past a run of blanks.
  func skippingBlanks(from index: Int) -> Int {
    var index = index
    while let byte = byte(index), byte == 32 || byte == 9 { index += 1 }
    return index
  }

  /// Past a run of blanks and line ends.
  func skippingSpaces(from index: Int) -> Int {
    var index = index
    while let byte = byte(index), (9...13).contains(byte) || byte == 32 { index += 1 }
    return index
  }

  func isEscape(at index: Int) -> Bool {
    byte(index) == UInt8(ascii: "\\") && byte(index + 1).map(Self.isPunctuation) == true
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    switch byte {
    case 33...47, 58...64, 91...96, 123...126: true
    default: false
    }
  }
}

extension SourceFile {
  /// What cmark takes away at the end of a text.
  fileprivate static func isTrailing(_ byte: UInt8) -> Bool {
    byte == 32 || (9...12).contains(byte)
  }

  /// The end of a range without what cmark takes away.
  fileprivate func end(ofTextIn range: ByteRange) -> Int {
    var end = range.upperBound
    while end > range.lowerBound, Self.isTrailing(bytes[end - 1]) { end -= 1 }
    return end
  }

  fileprivate func isEscapedPipe(at index: Int, before end: Int) -> Bool {
    bytes[index] == UInt8(ascii: "\\") && index + 1 < end && bytes[index + 1] == UInt8(ascii: "|")
  }

  fileprivate func isLineFeed(at index: Int, after carriageReturn: Int) -> Bool {
    index < bytes.count && bytes[index] == 10 && bytes[carriageReturn] == 13
  }
}
