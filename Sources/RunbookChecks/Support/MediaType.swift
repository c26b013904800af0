import RunbookModel

/// What pages and their style sheets show, by the endings of file names, with the media types that
/// browsers know it by (IANA's registry, and RFC 8081 for fonts).
package enum MediaType {
  static let pictures = [
    "svg": "image/svg+xml", "png": "image/png", "apng": "image/apng", "jpg": "image/jpeg",
    "jpeg": "image/jpeg", "gif": "image/gif", "webp": "image/webp", "avif": "image/avif",
    "bmp": "image/bmp", "ico": "image/x-icon", "cur": "image/x-icon",
  ]

  /// An SVG may hold a font too, which old style sheets name last.
  static let fonts = [
    "woff2": "font/woff2", "woff": "font/woff", "ttf": "font/ttf", "otf": "font/otf",
    "ttc": "font/collection", "eot": "application/vnd.ms-fontobject", "svg": "image/svg+xml",
  ]

  static let styleSheets = ["css": "text/css"]

  /// Nil for what is none of these.
  package static func of(_ path: String) -> String? {
    let ending = ending(of: path)
    return pictures[ending] ?? fonts[ending] ?? styleSheets[ending]
  }

  /// What follows the last dot of the file's name, in lower case.
  static func ending(of path: String) -> String {
    let name = PagePath(path).fileName
    return name.lastIndex(of: ".").map { name[name.index(after: $0)...].lowercased() } ?? ""
  }
}
