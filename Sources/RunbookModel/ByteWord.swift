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

  /// Marks the first byte that is this one, and perhaps bytes behind it.
  @inlinable
  public func marks(_ byte: UInt8) -> UInt64 {
    let difference = word ^ (0x0101_0101_0101_0101 &* UInt64(byte))
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

  /// The first byte that has a mark.
  @inlinable
  public static func first(_ marks: UInt64) -> Int? {
    marks == 0 ? nil : marks.trailingZeroBitCount / 8
  }
}
