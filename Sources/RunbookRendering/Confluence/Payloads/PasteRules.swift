/// What Cloud's editor keeps of an address that is pasted: it looks for a link in it, and leaves an
/// empty address when it finds none (`normalizeUrl` of `@atlaskit/adf-schema`).
enum PasteURL {
  static func isWeb(_ url: String) -> Bool {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    return scheme == "http" || scheme == "https"
  }

  static func survives(_ url: String) -> Bool {
    let scheme = url.prefix { $0 != ":" }.lowercased()
    guard scheme.utf8.count < url.utf8.count else { return false }
    switch scheme {
    case "http", "https", "ftp": return url.dropFirst(scheme.count).hasPrefix("://")
    case "mailto", "tel": return true
    default: return false
    }
  }

  /// The address with its scheme in lower case: RFC 3986 §3.1 makes no difference, the editor does.
  static func withPlainScheme(_ url: String) -> String {
    let scheme = url.prefix { $0 != ":" }
    return scheme.lowercased() + url[scheme.endIndex...]
  }

  /// The address with every byte percent-encoded that RFC 3986 does not allow in one.
  static func encoded(_ url: String) -> String {
    let isSafe = isSafe
    guard !url.utf8.allSatisfy({ isSafe[Int($0)] }) else { return url }
    var bytes: [UInt8] = []
    for byte in url.utf8 {
      if isSafe[Int(byte)] {
        bytes.append(byte)
      } else {
        bytes.append(UInt8(ascii: "%"))
        bytes.append(hexDigits[Int(byte >> 4)])
        bytes.append(hexDigits[Int(byte & 15)])
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static let isSafe: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    for byte in (letters + "-_.+!*(),%#@?=;:/$~&").utf8 { table[Int(byte)] = true }
    return table
  }()
}

/// What a pasted page can hold of a tree for Cloud. `cloud.html` and `adf.json` agree on it, so that
/// the one is the proof of the other.
extension ConfluenceDestination {
  /// The address that a pasted link leads to; nil when only its text can stay.
  var pasteURL: String? {
    switch self {
    case .page(_, _, _, let url), .samePage(_, let url), .attachment(_, let url):
      url.map(PasteURL.encoded)
    case .external(let url):
      PasteURL.survives(url) ? PasteURL.encoded(PasteURL.withPlainScheme(url)) : nil
    case .footnoteBack, .broken: nil
    }
  }
}

extension ConfluenceInline {
  /// Whether it only marks a place, for which a pasted page has no shape.
  var isPlaceOnly: Bool {
    switch self {
    case .anchor, .link(.footnoteBack, _): true
    case .text, .code, .lineBreak, .link, .image, .status: false
    }
  }
}

extension ConfluenceBlock {
  /// Whether it only marks places.
  var isPlaceOnly: Bool {
    guard case .paragraph(let content) = self, !content.isEmpty else { return false }
    return content.allSatisfy(\.isPlaceOnly)
  }
}

extension ConfluenceImage {
  /// Where a pasted page finds the image; nil when only its description can stay.
  var pasteURL: String? { source.url.map(PasteURL.encoded) }
}

extension ConfluencePanel {
  /// The type of the editor's panel with the colours that GitHub gives the alert.
  var editorType: String {
    switch self {
    case .note: "info"
    case .tip: "success"
    case .important: "note"
    case .warning: "warning"
    case .caution: "error"
    }
  }
}

extension ConfluenceStatus.Colour {
  /// The editor's name for it.
  var editorName: String {
    switch self {
    case .grey: "neutral"
    case .red: "red"
    case .yellow: "yellow"
    case .green: "green"
    case .blue: "blue"
    case .purple: "purple"
    }
  }
}

extension ConfluenceMacro {
  /// The type that the editor gives to Confluence's own macros.
  static let extensionType = "com.atlassian.confluence.macro.core"

  /// Parameters as the editor keeps them.
  var editorParameters: [UInt8] {
    var bytes = ByteBuffer()
    bytes.append("{\"macroParams\":{")
    for (index, item) in parameters.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      JSONText.append(item.name, to: &bytes)
      bytes.append(":{\"value\":")
      JSONText.append(item.value, to: &bytes)
      bytes.append(UInt8(ascii: "}"))
    }
    bytes.append("}}")
    return bytes.array()
  }
}
