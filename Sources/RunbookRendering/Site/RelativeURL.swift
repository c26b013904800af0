/// URLs from one output file to another, so that the site works under any base path and from
/// `file://`.
package enum RelativeURL {
  /// The URL that leads from one path to another, both relative to the site's root.
  package static func from(_ source: String, to target: String) -> String {
    var (source, target) = (source, target)
    return source.withUTF8 { here in
      target.withUTF8 { there in
        // What stands behind the last slash of what both have in common.
        var shared = 0
        for index in 0..<min(here.count, there.count) {
          guard here[index] == there[index] else { break }
          if here[index] == UInt8(ascii: "/") { shared = index + 1 }
        }
        let rest = UnsafeBufferPointer(rebasing: there[shared...])
        var result = ByteBuffer(reserving: rest.count + 24)
        for byte in here[shared...] where byte == UInt8(ascii: "/") { result.append("../") }
        func isPlain(_ byte: UInt8) -> Bool { isSafe(byte) || byte == UInt8(ascii: "/") }
        encode(rest, isSafe: isPlain, to: &result)
        return result.string
      }
    }
  }

  /// The way from a path to the site's root: "", "../", "../../" …
  package static func root(from source: String) -> String {
    String(repeating: "../", count: max(0, source.split(separator: "/").count - 1))
  }

  /// Percent-encodes what may not stand in a path segment (RFC 3986 §3.3); a colon too, because in a
  /// first segment it would make a scheme.
  static func encode(_ segment: String) -> String {
    if segment.utf8.allSatisfy(isSafe) { return segment }
    var result = ByteBuffer()
    encode(segment.utf8, isSafe: isSafe, to: &result)
    return result.string
  }

  /// Percent-encodes a path from slash to slash.
  ///
  /// - Parameter others: characters that mean something where the path will stand.
  static func encodePath(_ path: String, besides others: String) -> String {
    var result = ByteBuffer()
    encode(
      path.utf8, isSafe: { ($0 == UInt8(ascii: "/") || isSafe($0)) && !others.utf8.contains($0) },
      to: &result)
    return result.string
  }

  private static func encode(
    _ bytes: some Collection<UInt8>, isSafe: (UInt8) -> Bool, to result: inout ByteBuffer
  ) {
    func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x41 + value - 10 }
    for byte in bytes {
      if isSafe(byte) {
        result.append(byte)
      } else {
        result.append(UInt8(ascii: "%"))
        result.append(digit(byte >> 4))
        result.append(digit(byte & 15))
      }
    }
  }

  /// `unreserved`, `sub-delims` and `@` of the RFC.
  private static func isSafe(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    // ! $ & ' ( ) * + , - .  and  ; = @ _ ~
    case 0x21, 0x24, 0x26...0x2E, 0x3B, 0x3D, 0x40, 0x5F, 0x7E: true
    default: false
    }
  }
}
