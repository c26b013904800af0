/// A synopsis with its lines found and not read yet.
final class SynopsisText: Sendable {
  private struct Line {
    let number: Int
    let indent: Int
    /// Without blanks before it and the comment behind it.
    let text: Range<Int>
  }

  private let bytes: [UInt8]
  /// Those that say something.
  private let lines: [Line]

  init(_ text: String) {
    let bytes = Array(text.utf8)
    var lines: [Line] = []
    var (start, number) = (0, 1)
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      var first = start
      while first < end, bytes[first] == UInt8(ascii: " ") { first += 1 }
      let last = Self.endOfWords(in: bytes, first..<end)
      if first < last, bytes[first] != UInt8(ascii: "#"), Self.saysSomething(bytes[first..<last]) {
        lines.append(Line(number: number, indent: first - start, text: first..<last))
      }
      (start, number) = (end + 1, number + 1)
    }
    self.bytes = bytes
    self.lines = lines
  }

  /// A comment begins with a `#` behind a space.
  private static func endOfWords(in bytes: [UInt8], _ line: Range<Int>) -> Int {
    for index in line.dropFirst() where bytes[index] == UInt8(ascii: "#") {
      if bytes[index - 1] == UInt8(ascii: " ") { return index - 1 }
    }
    return line.upperBound
  }

  /// Whether it has a word beside attributes.
  private static func saysSomething(_ line: ArraySlice<UInt8>) -> Bool {
    line.first != UInt8(ascii: "{")
      || line.split(separator: UInt8(ascii: " ")).contains { $0.first != UInt8(ascii: "{") }
  }

  func line(at index: Int) -> Synopsis.Line? {
    guard index < lines.count else { return nil }
    return Synopsis.Line(bytes[lines[index].text], lines[index].number)
  }

  /// The index of the first line after this one that stands no deeper.
  func end(ofLinesBelow index: Int) -> Int {
    var end = index + 1
    while end < lines.count, lines[end].indent > lines[index].indent { end += 1 }
    return end
  }
}

extension Synopsis {
  /// A line as bytes: schemas are most of what a short run reads.
  struct Line {
    let number: Int
    let text: ArraySlice<UInt8>
    private(set) var words: [ArraySlice<UInt8>] = []
    private(set) var attributes: [(name: String, value: ArraySlice<UInt8>)] = []
    /// Begins with a dash, or is one of dd's `NAME=VALUE`.
    let isOption: Bool

    /// - Parameter text: without what stands before the first word; nil comes of one without words.
    init?(_ text: ArraySlice<UInt8>, _ number: Int) {
      self.number = number
      self.text = text
      isOption =
        text.first == UInt8(ascii: "-")
        || text.prefix { $0 != UInt8(ascii: " ") }.contains(UInt8(ascii: "="))
      var start = text.startIndex
      while start < text.endIndex {
        let end = text[start...].firstIndex(of: UInt8(ascii: " ")) ?? text.endIndex
        if start < end { add(text[start..<end]) }
        start = end + 1
      }
      if words.isEmpty { return nil }
    }

    /// Takes out the attributes of some names.
    mutating func take(_ names: Set<String>) -> [(name: String, value: ArraySlice<UInt8>)] {
      let taken = attributes.filter { names.contains($0.name) }
      attributes.removeAll { names.contains($0.name) }
      return taken
    }

    private mutating func add(_ word: ArraySlice<UInt8>) {
      guard word.first == UInt8(ascii: "{") else {
        words.append(word)
        return
      }
      guard word.last == UInt8(ascii: "}") else { return }
      let inner = word.dropFirst().dropLast()
      let name = inner.prefix { $0 != UInt8(ascii: "=") }
      attributes.append((name.string, inner.dropFirst(name.count + 1)))
    }
  }
}

extension ArraySlice<UInt8> {
  var string: String { String(decoding: self, as: UTF8.self) }

  func starts(with prefix: StaticString) -> Bool {
    starts(with: prefix.bytes)
  }

  func ends(with suffix: StaticString) -> Bool {
    self.suffix(suffix.utf8CodeUnitCount).elementsEqual(suffix.bytes)
  }

  /// Where some text first stands.
  func place(of text: StaticString) -> Int? {
    let needle = text.bytes
    return indices.first { self[$0] == needle[0] && self[$0...].starts(with: needle) }
  }
}

extension StaticString {
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount)
  }
}
