private import CCrypto

/// The hash function of FIPS 180-4 §6.2, for names that change when content changes.
package enum SHA256 {
  /// The digest as 64 lower-case hexadecimal digits.
  package static func hex(_ bytes: [UInt8]) -> String { hex(ofDigest: digest(bytes)) }

  /// A digest as hexadecimal digits, two a byte.
  package static func hex(ofDigest digest: [UInt8]) -> String {
    func digit(_ value: UInt8) -> UInt8 { value + UInt8(ascii: value < 10 ? "0" : "W") }
    return String(unsafeUninitializedCapacity: 2 * digest.count) { text in
      for (index, byte) in digest.enumerated() {
        text[2 * index] = digit(byte >> 4)
        text[2 * index + 1] = digit(byte & 15)
      }
      return 2 * digest.count
    }
  }

  /// The digest as four words, the first byte the highest of the first.
  package static func words(_ bytes: [UInt8]) -> (UInt64, UInt64, UInt64, UInt64) {
    var context = SHA256_CTX()
    SHA256_Init(&context)
    bytes.withUnsafeBytes { _ = SHA256_Update(&context, $0.baseAddress, $0.count) }
    return withUnsafeTemporaryAllocation(
      of: UInt8.self, capacity: Int(SHA256_DIGEST_LENGTH)
    ) { digest in
      SHA256_Final(digest.baseAddress, &context)
      let bytes = UnsafeRawBufferPointer(digest)
      func word(_ number: Int) -> UInt64 {
        UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8 * number, as: UInt64.self))
      }
      return (word(0), word(1), word(2), word(3))
    }
  }

  /// The 32 bytes of the digest.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var context = SHA256_CTX()
    SHA256_Init(&context)
    bytes.withUnsafeBytes { _ = SHA256_Update(&context, $0.baseAddress, $0.count) }
    return [UInt8](unsafeUninitializedCapacity: Int(SHA256_DIGEST_LENGTH)) { digest, count in
      SHA256_Final(digest.baseAddress, &context)
      count = digest.count
    }
  }
}
