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
  package static func isPassive(_ path: String) -> Bool { passive.contains(fileExtension(path)) }

  /// What makes a file active, or nil.
  package static func find(in bytes: [UInt8], at path: String) -> Finding? {
    let ending = fileExtension(path)
    if passive.contains(ending) { return nil }
    if documents.contains(ending) {
      return Finding(offset: 0, what: "a document of its own, `.\(ending)`")
    }
    let isMarkup = ending == "svg" || ending == "xml" || looksLikeMarkup(bytes)
    guard isMarkup else { return nil }
    guard ending == "svg" || ending == "xml" else {
      return Finding(offset: 0, what: "markup under a name that hides it")
    }
    return MarkupScan(bytes).find()
  }

  /// Browsers look into files without a telling name (WHATWG MIME Sniffing, §7.1).
  private static func looksLikeMarkup(_ bytes: [UInt8]) -> Bool {
    var start = bytes.prefix(1445).drop { $0 <= 32 || [0xEF, 0xBB, 0xBF].contains($0) }
    guard start.popFirst() == UInt8(ascii: "<"), let next = start.first else {
      // Another encoding than UTF-8 hides the angle.
      return bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
    }
    return next.isAlphanumeric || "!?/".utf8.contains(next)
  }

  private static func fileExtension(_ path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }
}

/// A turn over XML that knows no more of it than it has to: what stands in comments and in CDATA
/// sections counts as well.
private struct MarkupScan {
  private static let elements: Set<String> = [
    "applet", "base", "embed", "foreignobject", "frame", "handler", "iframe", "link", "listener",
    "meta", "object", "script",
  ]
  private static let schemes = ["javascript:", "vbscript:", "livescript:"]
  private static let dataTypes = [
    "data:text", "data:application", "data:image/svg", "data:,", "data:;",
  ]

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  func find() -> ActiveContent.Finding? {
    if let offset = unreadable() { return .init(offset: offset, what: "text that is not UTF-8") }
    var index = 0
    while let open = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = open + 1
      if starts("<!doctype", at: open) || starts("<!entity", at: open) {
        let end = bytes[open...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.endIndex
        guard !bytes[open..<end].contains(UInt8(ascii: "[")), !starts("<!entity", at: open) else {
          return .init(offset: open, what: "entities of its own")
        }
      } else if starts("<?", at: open) && !starts("<?xml ", at: open) {
        return .init(offset: open, what: "an instruction for another program")
      } else if let what = tag(at: open) {
        return .init(offset: open, what: what)
      }
    }
    return nil
  }

  private func unreadable() -> Int? {
    if let zero = bytes.firstIndex(of: 0) { return zero }
    guard String(validating: bytes, as: UTF8.self) != nil else { return 0 }
    // `<?xml version="1.0" encoding="UTF-7"?>`
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard head.contains("<?xml"), let place = head.firstRange(of: "encoding") else { return nil }
    let name = head[place.upperBound...].drop { "= \t\r\n\"'".contains($0) }
    return ["utf-8", "us-ascii", "iso-8859-1"].contains { name.hasPrefix($0) } ? nil : 0
  }

  private func tag(at open: Int) -> String? {
    var end = open + 1
    while end < bytes.count, isNameByte(bytes[end]) { end += 1 }
    let name = localName(open + 1..<end)
    if Self.elements.contains(name) { return "a `<\(name)>` element" }
    guard !name.isEmpty else { return nil }
    // Attributes, up to the angle that ends the tag or begins another.
    var quote: UInt8?
    var start = end
    for index in end..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        guard byte == open else { continue }
        if let what = value(start..<index) { return what }
        quote = nil
        start = index + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        if let what = attribute(start..<index) { return what }
        quote = byte
        start = index + 1
      } else if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "<") {
        return attribute(start..<index)
      }
    }
    return attribute(start..<bytes.count)
  }

  /// `name=` in front of a value; several, and values without quotes, where the markup is not XML.
  private func attribute(_ range: Range<Int>) -> String? {
    for word in bytes[range].split(whereSeparator: { $0 <= 32 || $0 == UInt8(ascii: "/") }) {
      let name = localName(word.startIndex..<word.endIndex)
      let letters = name.prefix { $0.isLetter || $0.isNumber }
      if letters.hasPrefix("on"), letters.count > 2 { return "the event handler `\(letters)`" }
    }
    return value(range)
  }

  private func value(_ range: Range<Int>) -> String? {
    let text = HTMLText.decode(String(decoding: bytes[range], as: UTF8.self))
    let plain = String(decoding: text.utf8.filter { $0 > 32 }, as: UTF8.self).lowercased()
    if let scheme = Self.schemes.first(where: { plain.contains($0) }) {
      return "a `\(scheme)` address"
    }
    return Self.dataTypes.contains { plain.hasPrefix($0) } ? "a document in a `data:` address" : nil
  }

  private func localName(_ range: Range<Int>) -> String {
    let name = String(decoding: bytes[range], as: UTF8.self).lowercased()
    return String(name.split(separator: ":").last ?? "")
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    byte.isAlphanumeric || "-_.:".utf8.contains(byte) || byte >= 0x80
  }

  private func starts(_ text: String, at index: Int) -> Bool {
    index + text.utf8.count <= bytes.count
      && zip(bytes[index...], text.utf8).allSatisfy { $0 | ($0 >= 65 && $0 <= 90 ? 0x20 : 0) == $1 }
  }
}
