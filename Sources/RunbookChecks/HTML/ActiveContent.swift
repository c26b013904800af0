import RunbookModel

/// Finds what a browser would run in a file that is copied into the wiki beside its pages. A reader
/// who opens such a file opens it without the protections of a page: an SVG is a document of its own.
package enum ActiveContent {
  package struct Finding: Sendable, Equatable {
    package let offset: Int
    /// As the end of the sentence "it holds …" or "it is …".
    package let what: String
  }

  /// Formats that hold no scripts, or that browsers do not open as documents.
  private static let passive: Set<String> = [
    "7z", "avif", "bmp", "bz2", "conf", "css", "csv", "gif", "go", "gz", "ico", "jpeg", "jpg", "js",
    "json", "log", "mp4", "ods", "odt", "pdf", "png", "py", "sh", "tar", "tf", "tgz", "toml", "txt",
    "webm", "webp", "woff", "woff2", "xlsx", "xz", "yaml", "yml", "zip", "zst",
  ]

  /// Documents whose purpose is to hold markup and scripts, or that cannot be looked into.
  private static let documents: Set<String> = [
    "hta", "htm", "html", "mht", "mhtml", "shtml", "svgz", "swf", "xht", "xhtml", "xsl", "xslt",
    "xul",
  ]

  /// Whether the name of a file alone says that it is harmless, so that it need not be read.
  package static func isPassive(_ path: String) -> Bool {
    passive.contains(MediaType.ending(of: path)) || isServerFile(path)
  }

  /// Apache's, which it reads and never sends; its sections look like elements.
  private static func isServerFile(_ path: String) -> Bool {
    path == ".htaccess" || path.hasSuffix("/.htaccess")
  }

  /// What makes a file active, or nil.
  package static func find(in bytes: [UInt8], at path: String) -> Finding? {
    if isPassive(path) { return nil }
    let ending = MediaType.ending(of: path)
    if documents.contains(ending) {
      return Finding(offset: 0, what: "a document of its own, `.\(ending)`")
    }
    let isMarkup = ending == "svg" || ending == "xml" || looksLikeMarkup(bytes)
    guard isMarkup else { return nil }
    guard ending == "svg" || ending == "xml" else {
      return Finding(offset: 0, what: "markup under a name that hides it")
    }
    return MarkupScan.find(in: bytes)
  }

  /// Browsers look into files without a telling name (WHATWG MIME Sniffing, §7.1).
  private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    var start = bytes.prefix(1445).drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard start.popFirst() == UInt8(ascii: "<"), let next = start.first else {
      // Another encoding than UTF-8 hides the angle.
      return bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }
    return next.isAlphanumeric || next.isOne(of: "!?/")
  }
}
