/// Which addresses may be published, in Markdown, in raw HTML and in the configuration alike.
package enum URLSafety {
  /// Schemes that run code in the reader's browser, wrap another address so that its scheme is
  /// hidden, or reach into the reader's machine. The first five are cmark's
  /// (`scanners.re`, `_scan_dangerous_url`).
  private static let dangerous: Set<String> = [
    "javascript", "vbscript", "data", "file", "livescript",
    "about", "blob", "feed", "filesystem", "jar", "mhtml", "view-source",
    "chrome", "chrome-extension", "hcp", "intent", "its", "mk", "mocha", "moz-extension",
    "ms-its", "ms-msdt", "ms-officecmd", "res", "resource", "search-ms", "shell", "wyciwyg",
  ]

  /// Images that can hold nothing but pixels.
  private static let imageTypes = ["png", "gif", "jpeg", "webp", "avif"]

  /// Whether a link or an image may lead there.
  package static func isSafe(_ address: String) -> Bool { dangerousScheme(of: address) == nil }

  /// Whether an image may be loaded from there. Nobody clicks on an image, so that it also may not
  /// take the scheme of the page that it stands on, see ``takesScheme(_:)``.
  package static func isSafeImage(_ address: String) -> Bool {
    isSafe(address) && !takesScheme(address)
  }

  /// Whether an address names a host and no scheme: `//example.com/a.png`. On a page that was opened
  /// from a folder the scheme is `file:`, and Windows then logs in to that host with the reader's name.
  /// A backslash counts as a slash (WHATWG URL, "relative state").
  package static func takesScheme(_ address: String) -> Bool {
    let start = address.utf8.lazy.filter { $0 > 0x20 }.prefix(2)
    return start.count == 2
      && start.allSatisfy { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }
  }

  /// The scheme that makes an address unfit, with its colon.
  package static func dangerousScheme(of address: String) -> String? {
    guard let scheme = scheme(of: address), dangerous.contains(scheme) else { return nil }
    return scheme == "data" && isPixelImage(address) ? nil : scheme + ":"
  }

  /// Whether an address from raw HTML may stand: it has no scheme, or one of the web, of mail or of
  /// the telephone. Markdown may use any scheme that is not dangerous; who writes HTML by hand gets
  /// a list that is closed.
  package static func isWebAddress(_ address: String) -> Bool {
    guard let scheme = scheme(of: address) else { return true }
    return webSchemes.contains(scheme)
  }

  /// Whether an address, in a line that says whom to ask, leads to somebody: the web, mail, the
  /// telephone, or one of the programs that people on call are reached with.
  package static func isContactAddress(_ address: String) -> Bool {
    guard let scheme = scheme(of: address) else { return false }
    return webSchemes.contains(scheme) || ["sms", "slack", "msteams", "pagerduty"].contains(scheme)
  }

  private static let webSchemes: Set<String> = ["http", "https", "mailto", "tel"]

  /// The scheme in lower case. Blanks and control characters, which browsers drop before a scheme
  /// and partly inside it (WHATWG URL, "basic URL parser"), are ignored wherever they stand.
  package static func scheme(of address: String) -> String? {
    var name: [UInt8] = []
    for byte in address.utf8 where byte > 0x20 {
      switch byte {
      case UInt8(ascii: ":"): return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        name.append(byte)
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): name.append(byte | 0x20)
      default: return nil
      }
      if name.count > 32 { return nil }
    }
    return nil
  }

  /// `data:image/png;…`: the type ends where parameters or data begin.
  private static func isPixelImage(_ address: String) -> Bool {
    let start = String(decoding: address.utf8.lazy.filter { $0 > 0x20 }.prefix(24), as: UTF8.self)
      .lowercased()
    return imageTypes.contains { type in
      start.hasPrefix("data:image/\(type);") || start.hasPrefix("data:image/\(type),")
    }
  }
}
