/// What columns of a line are counted in.
package enum TextUnit: Sendable {
  case byte, utf16, scalar

  /// How much a character counts that starts with this byte of UTF-8; 0 inside a character.
  package func width(_ byte: UInt8) -> Int {
    switch self {
    case .byte: 1
    case .utf16: byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    case .scalar: byte & 0xC0 == 0x80 ? 0 : 1
    }
  }
}

/// Widths of a text's beginnings, each counted from the nearest of some marks: the start of a line may be a
/// megabyte away.
package struct ColumnMarks: Sendable {
  private static let stride = 1024

  private let unit: TextUnit
  /// The widths before each multiple of the stride.
  private let sums: [Int]

  package init(_ bytes: [UInt8], in unit: TextUnit) {
    self.unit = unit
    var sums = [0]
    sums.reserveCapacity(bytes.count / Self.stride + 1)
    bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      while start + Self.stride <= bytes.count {
        sums.append(sums[sums.count - 1] + unit.width(of: bytes[start..<start + Self.stride]))
        start += Self.stride
      }
    }
    self.sums = sums
  }

  /// - Parameter bytes: the text that the marks were made for.
  package func width(before offset: Int, of bytes: [UInt8]) -> Int {
    let mark = min(offset / Self.stride, sums.count - 1)
    return bytes.withUnsafeBufferPointer {
      sums[mark] + unit.width(of: $0[mark * Self.stride..<offset])
    }
  }
}

extension TextUnit {
  fileprivate func width(of bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    switch self {
    case .byte: bytes.count
    case .utf16: bytes.reduce(0) { $0 + TextUnit.utf16.width($1) }
    case .scalar: bytes.reduce(0) { $0 + TextUnit.scalar.width($1) }
    }
  }
}
