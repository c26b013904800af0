/// Which URLs may stand in a link. The list of dangerous schemes is cmark's (`scanners.re`,
/// `_scan_dangerous_url`); blanks and control characters before the scheme, which browsers ignore,
/// are ignored here too.
enum URLSafety {
  static func isSafe(_ url: String) -> Bool {
    let text = String(
      String.UnicodeScalarView(url.unicodeScalars.lazy.filter { $0.value > 0x20 }.prefix(32))
    ).lowercased()
    if text.hasPrefix("data:") {
      return ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"].contains {
        text.hasPrefix($0)
      }
    }
    return !["javascript:", "vbscript:", "file:"].contains { text.hasPrefix($0) }
  }
}
