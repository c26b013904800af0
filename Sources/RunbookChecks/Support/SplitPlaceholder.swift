import RunbookCommands
import RunbookModel

/// A value to fill in that is written with spaces between brackets, `[NEW VERSION TAG]`: a shell makes several
/// words of it, and what those are to a program says nothing.
enum SplitPlaceholder {
  /// Where such values stand in a command.
  static func find(in words: ArraySlice<ShellWord>) -> [ByteRange] {
    var found: [ByteRange] = []
    var open: (close: UInt8, start: Int, count: Int)?
    for word in words {
      // Most words hold no bracket.
      guard open != nil || word.leadingText.utf8.contains(where: { $0.isOne(of: "[{") })
      else { continue }
      let text = word.isQuoted ? nil : word.literal
      if let current = open {
        guard let text, current.count < 6 else {
          open = nil
          continue
        }
        let bytes = Array(text.utf8)
        if let end = bytes.firstIndex(of: current.close) {
          let closed = bytes[end...].prefix { $0 == current.close }.count
          if isName(bytes[..<end]) {
            found.append(current.start..<word.range.lowerBound + end + closed)
          }
          open = nil
        } else {
          open = isName(bytes[...]) ? (current.close, current.start, current.count + 1) : nil
        }
      } else if let text {
        open = opening(Array(text.utf8)).map { ($0.close, word.range.lowerBound + $0.offset, 1) }
      }
    }
    return found
  }

  /// A bracket that a name follows to the end of the word.
  private static func opening(_ bytes: [UInt8]) -> (close: UInt8, offset: Int)? {
    guard let offset = bytes.firstIndex(where: { $0.isOne(of: "[{") }) else { return nil }
    let rest = bytes[offset...].drop { $0 == bytes[offset] }
    guard let first = rest.first, first.isAlphanumeric, first > UInt8(ascii: "9"), isName(rest)
    else {
      return nil
    }
    return (bytes[offset] + 2, offset)
  }

  private static func isName(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.allSatisfy { $0.isAlphanumeric || $0.isOne(of: "-_+") }
  }
}
