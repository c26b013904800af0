import RunbookModel

/// The host that an address of the web names.
struct WebHost: Equatable, Sendable {
  /// `https` or `http`; nil for `//host/…`.
  let scheme: String?
  /// In lower case.
  let name: String
  /// As it is written; empty for the usual one.
  let port: String

  /// Nil for an address that names no host.
  init?(of address: String) {
    let scheme = URLSafety.scheme(of: address)
    var rest = address.unicodeScalars.filter { $0.value > 0x20 }[...]
    if scheme != nil { rest = rest.drop { $0 != ":" }.dropFirst() }
    let slashes = rest.prefix { $0 == "/" || $0 == "\\" }
    guard slashes.count >= 2, ["https", "http", nil].contains(scheme) else { return nil }
    var authority = rest.dropFirst(slashes.count).prefix { !"/\\?#".unicodeScalars.contains($0) }
    if let at = authority.lastIndex(of: "@") {
      authority = authority[authority.index(after: at)...]
    }
    let name = authority.prefix { $0 != ":" }
    let port = String(String.UnicodeScalarView(authority.dropFirst(name.count + 1)))
    let usual = scheme == "http" ? "80" : "443"
    self.scheme = scheme
    self.name = String(String.UnicodeScalarView(name)).lowercased()
    self.port = port == usual ? "" : port
  }
}

/// A host that the configuration lets pictures come from: `img.example.com`, with a port where it has
/// one of its own, or `*.example.com` for all below one.
struct ImageHost: Equatable, Sendable {
  /// In lower case, as a content security policy takes it.
  let pattern: String

  /// Nil for what is no host, and for a pattern that would let through what anybody may own.
  init?(_ text: String) {
    let text = text.lowercased()
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.count == 1 || Self.isPort(parts[1]) else { return nil }
    let isPattern = parts[0].hasPrefix("*.")
    let labels = parts[0].dropFirst(isPattern ? 2 : 0)
      .split(separator: ".", omittingEmptySubsequences: false)
    guard labels.allSatisfy(Self.isLabel), parts[0].utf8.count <= 253 else { return nil }
    if isPattern {
      let isShared =
        labels.count == 2 && labels[1].count == 2
        && ["ac", "co", "com", "edu", "gov", "net", "org"].contains(labels[0])
      guard labels.count > 1, !isShared else { return nil }
    }
    pattern = text
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.utf8.allSatisfy { (0x30...0x39).contains($0) }
      && Int(text).map { (1...65_535).contains($0) } ?? false
  }

  private static func isLabel(_ text: Substring) -> Bool {
    (1...63).contains(text.utf8.count) && !text.hasPrefix("-") && !text.hasSuffix("-")
      && text.utf8.allSatisfy { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
  }

  /// Whether the policy lets through what comes from there; it is told `https` only.
  func matches(_ host: WebHost) -> Bool {
    guard host.scheme == "https" else { return false }
    let name = host.port.isEmpty ? host.name : host.name + ":" + host.port
    let own = pattern.hasSuffix(":443") ? String(pattern.dropLast(4)) : pattern
    guard own.hasPrefix("*.") else { return name == own }
    return name.hasSuffix(own.dropFirst()) && name.utf8.count > own.utf8.count - 1
  }
}
