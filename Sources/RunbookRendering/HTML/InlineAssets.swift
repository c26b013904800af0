import RunbookModel

/// Scripts and style sheets that stand inside a page, and what lets the page's policy accept them.
struct InlineAssets {
  private var scripts: [String] = []
  private var styles: [String] = []
  private var hasImports = false

  /// Sources for `script-src`; nil if there is no script.
  var scriptSources: String? { Self.sources(scripts) }
  /// Sources for `style-src`; nil if there is no style sheet.
  var styleSources: String? {
    Self.sources(styles).map { hasImports ? $0 + " data:" : $0 }
  }

  /// The text of a file as a parser of HTML leaves it: with CR LF, which it turns into LF, the hash
  /// would not fit.
  static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes.filter { $0 != 0x0D && $0 != 0 }, as: UTF8.self)
  }

  /// A script that ends its own element early would; the two spellings mean the same in JavaScript.
  ///
  /// - Parameter data: `data-` attributes by their names.
  mutating func script(_ text: String, data: KeyValuePairs<String, String> = [:]) -> String {
    let safe = Self.escaped(text, "</script", "<\\/script")
    scripts.append(safe)
    var writer = MarkupWriter()
    writer.raw("<script")
    for (name, value) in data { writer.attribute("data-" + name, value) }
    writer.raw(">\(safe)</script>\n")
    return writer.string
  }

  /// A style sheet with all that it names.
  ///
  /// - Parameters:
  ///   - path: its path below the site's root.
  ///   - bytes: the bytes of a file by such a path.
  /// - Returns: nil where there is none.
  mutating func style(at path: String, _ bytes: @escaping (String) -> [UInt8]?) -> String? {
    var inliner = StyleInliner(bytes)
    guard let style = inliner.style(at: path) else { return nil }
    if inliner.imports > 0 { hasImports = true }
    let safe = Self.escaped(Self.text(style), "</style", "<\\/style")
    styles.append(safe)
    return "<style>\(safe)</style>"
  }

  private static func escaped(_ text: String, _ end: String, _ spelling: String) -> String {
    text.split(separator: end, omittingEmptySubsequences: false).joined(separator: spelling)
  }

  private static func sources(_ texts: [String]) -> String? {
    guard !texts.isEmpty else { return nil }
    return texts.map { "'sha256-\(Base64.encode(SHA256.digest(Array($0.utf8))))'" }
      .joined(separator: " ")
  }
}
