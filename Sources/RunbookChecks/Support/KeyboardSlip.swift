import RunbookModel

/// Two names of which one is the other with a slip of the fingers in it.
enum KeyboardSlip {
  /// Whether two neighbouring letters are exchanged, or one is doubled or left out inside a word. Never
  /// a number, a plural, or `yml` beside `yaml`: those are names of their own.
  static func isSlip(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    let (left, right) = (Array(left), Array(right))
    guard left.first == right.first, left.last == right.last else { return false }
    let start = zip(left, right).prefix { $0 == $1 }.count
    switch left.count - right.count {
    case 0: return isExchanged(left, right, start)
    case 1: return isInserted(left, right, start)
    case -1: return isInserted(right, left, start)
    default: return false
    }
  }

  private static func isExchanged(_ left: [UInt8], _ right: [UInt8], _ start: Int) -> Bool {
    start + 1 < left.count && left[start] == right[start + 1] && left[start + 1] == right[start]
      && isLetter(left[start]) && isLetter(left[start + 1])
      && left[(start + 2)...] == right[(start + 2)...]
  }

  private static func isInserted(_ long: [UInt8], _ short: [UInt8], _ start: Int) -> Bool {
    guard start > 0, start + 1 < long.count, isLetter(long[start]),
      long[(start + 1)...] == short[start...],
      // A letter of another case than those around it begins a word of its own.
      [long[start - 1], long[start + 1]].allSatisfy({
        isLetter($0) && $0 & 0x20 == long[start] & 0x20
      })
    else { return false }
    let around = long[max(0, start - 2)..<min(long.count, start + 3)]
    return !String(decoding: around, as: UTF8.self).lowercased().contains("yaml")
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte.isAlphanumeric && byte > 0x39 }
}
