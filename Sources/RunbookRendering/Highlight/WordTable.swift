/// A fixed set of words, asked with bytes: an open hash table, so that no word of a page becomes a
/// `String`.
struct WordTable: Sendable {
  private let slots: [[UInt8]]
  private let ignoresCase: Bool
  /// Longer words need not be looked up.
  private let longest: Int

  init(_ words: String, ignoresCase: Bool = false) {
    let words = words.split { $0 == " " || $0 == "\n" }.map { Array($0.utf8) }
    var size = 8
    while size < 2 * words.count { size *= 2 }
    var slots = [[UInt8]](repeating: [], count: size)
    for word in words {
      var slot = Self.hash(word, ignoresCase) & (size - 1)
      while !slots[slot].isEmpty && slots[slot] != word { slot = (slot + 1) & (size - 1) }
      slots[slot] = word
    }
    self.slots = slots
    self.ignoresCase = ignoresCase
    longest = words.map(\.count).max() ?? 0
  }

  func contains(_ word: some RandomAccessCollection<UInt8>) -> Bool {
    guard word.count <= longest, !word.isEmpty else { return false }
    var slot = Self.hash(word, ignoresCase) & (slots.count - 1)
    while !slots[slot].isEmpty {
      if isEqual(slots[slot], word) { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private func isEqual(
    _ entry: [UInt8], _ word: some RandomAccessCollection<UInt8>
  ) -> Bool {
    guard entry.count == word.count else { return false }
    guard ignoresCase else { return entry.elementsEqual(word) }
    return zip(entry, word).allSatisfy { Self.lowered($0) == Self.lowered($1) }
  }

  private static func hash(_ word: some Sequence<UInt8>, _ ignoresCase: Bool) -> Int {
    var value: UInt32 = 2_166_136_261
    for byte in word { value = (value ^ UInt32(ignoresCase ? lowered(byte) : byte)) &* 16_777_619 }
    return Int(value ^ value >> 15)
  }

  private static func lowered(_ byte: UInt8) -> UInt8 {
    (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
  }
}
