/// Eight bytes at once, to pass over text in which what one looks for is rare.
/// Public, as the compiler puts the bodies of nothing less into other modules.
@frozen
public struct ByteWord {
  @usableFromInline let word: UInt64

  /// The eight bytes from an index on, which have to be there.
  @inlinable
  public init(_ bytes: UnsafeRawBufferPointer, at index: Int) {
    word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Eight times one byte.
  @inlinable
  public init(repeating byte: UInt8) { word = 0x0101_0101_0101_0101 &* UInt64(byte) }

  /// Where the next byte stands that `marks` marks, or the end.
  @inlinable
  public static func firstIndex(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, _ marks: (ByteWord) -> UInt64
  ) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    var index = start
    while index + 8 <= raw.count {
      let found = marks(ByteWord(raw, at: index))
      if found != 0 { return index + found.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < raw.count, marks(ByteWord(repeating: raw[index])) == 0 { index += 1 }
    return index
  }

  /// Whether two texts of the same length have the same bytes.
  @inlinable
  public static func isSame(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Bool
  {
    var index = 0
    while index + 8 <= left.count {
      guard ByteWord(left, at: index).word == ByteWord(right, at: index).word else { return false }
      index += 8
    }
    while index < left.count {
      guard left[index] == right[index] else { return false }
      index += 1
    }
    return true
  }

  /// Marks the first byte that is this one, and perhaps bytes behind it.
  @inlinable
  public func marks(_ byte: UInt8) -> UInt64 {
    let difference = word ^ ByteWord(repeating: byte).word
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// Marks the first control character (below 0x20), and perhaps bytes behind it.
  @inlinable
  public var controls: UInt64 {
    (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
  }

  /// Whether all of them are ASCII and none is NUL.
  @inlinable
  public var isPlain: Bool {
    (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
  }
}
