/// Base 64 of RFC 4648.
package enum Base64 {
  private static let letters =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let usual = Array((letters + "+/").utf8)
  private static let safeInURL = Array((letters + "-_").utf8)

  /// With padding (§4).
  package static func encode(_ bytes: [UInt8]) -> String {
    encode(bytes, usual, isPadded: true)
  }

  /// With the alphabet for addresses, and without padding (§5).
  package static func encodeForURL(_ bytes: [UInt8]) -> String {
    encode(bytes, safeInURL, isPadded: false)
  }

  private static func encode(_ bytes: [UInt8], _ alphabet: [UInt8], isPadded: Bool) -> String {
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let size = min(3, bytes.count - start)
      var word: UInt32 = 0
      for index in 0..<3 { word = word << 8 | (index < size ? UInt32(bytes[start + index]) : 0) }
      for index in 0...size {
        result.append(alphabet[Int(word >> UInt32(18 - 6 * index) & 63)])
      }
      if isPadded {
        for _ in size..<3 { result.append(UInt8(ascii: "=")) }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
