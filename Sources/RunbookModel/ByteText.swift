extension String {
  /// Whether both have the same bytes: `==` also takes text that is composed in another way for the same.
  public func hasSameBytes(as other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    var (text, other) = (self, other)
    return text.withUTF8 { text in
      other.withUTF8 { ByteWord.isSame(UnsafeRawBufferPointer(text), UnsafeRawBufferPointer($0)) }
    }
  }

  /// Whether a byte is in it.
  public func holds(_ byte: UInt8) -> Bool {
    var text = self
    return text.withUTF8 { text in
      ByteWord.firstIndex(in: text, from: 0) { $0.marks(byte) } < text.count
    }
  }
}
