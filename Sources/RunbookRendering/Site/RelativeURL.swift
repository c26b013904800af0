/// URLs from one output file to another, so that the site works under any base path and from
/// `file://`.
package enum RelativeURL {
  /// The URL that leads from one path to another, both relative to the site's root.
  package static func from(_ source: String, to target: String) -> String {
    let here = source.split(separator: "/").dropLast()
    let there = target.split(separator: "/")
    var shared = 0
    while shared < here.count && shared < there.count - 1 && here[shared] == there[shared] {
      shared += 1
    }
    let up = Array(repeating: "..", count: here.count - shared)
    return (up + there.dropFirst(shared).map { encode(String($0)) }).joined(separator: "/")
  }

  /// The way from a path to the site's root: "", "../", "../../" …
  package static func root(from source: String) -> String {
    String(repeating: "../", count: max(0, source.split(separator: "/").count - 1))
  }

  /// Percent-encodes what may not stand in a path segment (RFC 3986 §3.3); a colon too, because in a
  /// first segment it would make a scheme.
  static func encode(_ segment: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in segment.utf8 {
      if safe.contains(byte) {
        result.append(byte)
      } else {
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static let safe = Set(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=@".utf8)
}
