import RunbookCommands
import RunbookModel

/// The text of commands, changed at places that are known by where they stand in the page.
struct ScriptSource {
  let bytes: [UInt8]
  /// Where each byte stands in the page; ascending.
  private let offsets: [Int]
  private var edits: [(range: Range<Int>, text: String)] = []

  init(_ source: ShellSource) {
    bytes = source.bytes
    offsets = source.bytes.indices.map { source.pageRange($0..<$0 + 1).lowerBound }
  }

  /// The index of the first byte that stands at or behind a place of the page.
  func index(of offset: Int) -> Int {
    var (low, high) = (0, offsets.count)
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func range(of page: ByteRange) -> Range<Int> {
    let lower = index(of: page.lowerBound)
    return lower..<max(lower, index(of: page.upperBound))
  }

  /// The start of the line at an index, if only blanks stand between.
  func lineStart(before index: Int) -> Int? {
    var start = index
    while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? start : nil
  }

  /// Replacements may not overlap; of insertions at one place the first comes first.
  mutating func replace(_ range: Range<Int>, with text: String) { edits.append((range, text)) }

  mutating func insert(_ text: String, at index: Int) { replace(index..<index, with: text) }

  /// The text with all changes.
  ///
  /// - Parameter escaped: what is put before a byte that no change made.
  func text(escaping escaped: (UInt8) -> Bool = { _ in false }) -> String {
    var result: [UInt8] = []
    var next = 0
    func copy(to end: Int) {
      for byte in bytes[min(next, end)..<end] where byte != 0x0D {
        if escaped(byte) { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
      }
      next = max(next, end)
    }
    let ordered = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    for (_, edit) in ordered {
      copy(to: edit.range.lowerBound)
      result += edit.text.utf8
      next = max(next, edit.range.upperBound)
    }
    copy(to: bytes.count)
    while result.last == 0x0A { result.removeLast() }
    return String(decoding: result, as: UTF8.self) + "\n"
  }
}
