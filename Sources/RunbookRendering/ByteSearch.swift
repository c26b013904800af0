extension [UInt8] {
  /// The first place from an index on where these bytes stand.
  func place(of needle: [UInt8], from start: Int) -> Int? {
    withUnsafeBufferPointer { text in
      var index = start
      while index + needle.count <= text.count {
        if text[index] == needle[0],
          needle.indices.allSatisfy({ text[index + $0] == needle[$0] })
        {
          return index
        }
        index += 1
      }
      return nil
    }
  }
}
