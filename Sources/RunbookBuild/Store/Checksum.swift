/// Tells bytes that a disk has changed from those that were written; no protection against a forger.
enum Checksum {
  static func of(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var sum = 0x9E37_79B9_7F4A_7C15 ^ UInt64(buffer.count)
      var offset = 0
      // Each step can be undone, so that one changed word never goes unnoticed.
      while offset + 8 <= buffer.count {
        sum = mixed(sum, buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
        offset += 8
      }
      while offset < buffer.count {
        sum = mixed(sum, UInt64(buffer[offset]))
        offset += 1
      }
      return sum
    }
  }

  private static func mixed(_ sum: UInt64, _ word: UInt64) -> UInt64 {
    let product = (sum ^ word) &* 0xFF51_AFD7_ED55_8CCD
    return product ^ product >> 32
  }
}
