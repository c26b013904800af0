import RunbookModel

/// Whether a text looks like a secret that somebody uses, and not like an example of one.
enum SecretShape {
  /// Tokens that tell what they are by their first letters: how many letters, digits, `_` and `-`
  /// follow at least.
  private static let prefixes: [(text: String, minimum: Int, name: String)] = [
    ("AKIA", 16, "an AWS access key"), ("ASIA", 16, "an AWS access key"),
    ("ghp_", 36, "a GitHub token"), ("gho_", 36, "a GitHub token"), ("ghs_", 36, "a GitHub token"),
    ("ghu_", 36, "a GitHub token"), ("github_pat_", 40, "a GitHub token"),
    ("glpat-", 20, "a GitLab token"), ("xoxb-", 20, "a Slack token"),
    ("xoxp-", 20, "a Slack token"),
    ("sk_live_", 20, "a Stripe key"), ("AIza", 35, "a Google API key"),
  ]

  /// Whether some token starts with this byte; nearly none does.
  static func mayStart(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "A") || byte == UInt8(ascii: "g") || byte == UInt8(ascii: "x")
      || byte == UInt8(ascii: "s")
  }

  /// The name of the token that starts here, and where it ends.
  static func token(
    at index: Int, in bytes: [UInt8], limit: Int
  ) -> (name: String, end: Int)? {
    let prefix = prefixes.first {
      $0.text.utf8.first == bytes[index] && bytes[index..<limit].starts(with: $0.text.utf8)
    }
    guard let prefix else { return nil }
    let isKey = prefix.minimum == 16
    let start = index + prefix.text.utf8.count
    var end = start
    while end < limit, isKey ? isUpperOrDigit(bytes[end]) : isTokenByte(bytes[end]) { end += 1 }
    let length = end - start
    guard isKey ? length == 16 : length >= prefix.minimum, end == limit || !isTokenByte(bytes[end])
    else { return nil }
    let body = String(decoding: bytes[start..<end], as: UTF8.self)
    return isRandom(body) ? (prefix.name, end) : nil
  }

  /// A password that may be a real one.
  static func isPassword(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard (4...200).contains(bytes.count), Set(bytes).count > 3, !text.hasPrefix("-"),
      !text.hasPrefix("@"),
      !isStandIn(text)
    else {
      return false
    }
    if bytes.contains(where: { $0.isOne(of: " <>{}[]()$*%/\\`") || $0 == 0x0A }) {
      return false
    }
    // A name such as `db-password-file` or `MY_VALUE` is none.
    let hasDigit = bytes.contains { (0x30...0x39).contains($0) }
    let hasSign = bytes.contains { $0.isOne(of: "!@#^&+=?;,") }
    return bytes.count >= 6 && (hasDigit || hasSign) && !bytes.allSatisfy(isDigitOrDot)
  }

  /// A key or token: long, mixed, without the words of examples.
  static func isRandom(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return (16...500).contains(bytes.count) && Set(bytes).count > 7 && !isStandIn(text)
      && bytes.contains { (0x30...0x39).contains($0) }
      && bytes.contains { (0x61...0x7A).contains($0 | 0x20) }
      && bytes.allSatisfy { isTokenByte($0) || $0.isOne(of: ".+/=~") }
  }

  private static let standIns = [
    "pass", "secret", "changeme", "change-me", "change_me", "example", "your", "xxx", "redacted",
    "placeholder", "dummy", "sample", "test", "demo", "insert", "replace", "token", "hidden",
    "omitted", "value", "abcdef", "12345", "deadbeef", "...", "***", "fake", "foobar", "hunter2",
    "key", "file:", "env:", "admin", "postgres", "minio", "qwerty", "letmein", "welcome",
  ]

  private static func isStandIn(_ text: String) -> Bool {
    let lower = text.lowercased()
    return standIns.contains { lower.contains($0) } || text.contains("…")
  }

  private static func isDigitOrDot(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || byte == UInt8(ascii: ".")
  }

  private static func isUpperOrDigit(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x30...0x39).contains(byte)
  }

  static func isTokenByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
