import RunbookModel

extension [UInt8] {
  /// The first place from an index on where these bytes stand.
  func place(of needle: [UInt8], from start: Int) -> Int? {
    withUnsafeBufferPointer { text in
      var index = start
      while true {
        index = ByteWord.firstIndex(in: text, from: index) { $0.marks(needle[0]) }
        guard index + needle.count <= text.count else { return nil }
        if needle.indices.allSatisfy({ text[index + $0] == needle[$0] }) { return index }
        index += 1
      }
    }
  }
}
