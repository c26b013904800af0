/// Builds HTML or XML as bytes. Everything that comes from a user goes through `text`, `attribute`
/// or `href`; `raw` is for markup of ours.
package struct MarkupWriter: Sendable {
  package private(set) var bytes: [UInt8] = []

  package init(reserving capacity: Int = 0) {
    bytes.reserveCapacity(capacity)
  }

  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package var endsWithNewline: Bool { bytes.isEmpty || bytes.last == UInt8(ascii: "\n") }

  /// Starts a new line unless one has just been started.
  package mutating func freshLine() {
    if !endsWithNewline { bytes.append(UInt8(ascii: "\n")) }
  }

  /// Markup of ours, or bytes that are markup already.
  package mutating func raw(_ markup: String) {
    var markup = markup
    markup.withUTF8 { bytes.append(contentsOf: $0) }
  }

  package mutating func raw(_ markup: [UInt8]) {
    bytes.append(contentsOf: markup)
  }

  package mutating func number(_ number: Int) {
    if (0..<10).contains(number) {
      bytes.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      raw(String(number))
    }
  }

  /// Text, with `&`, `<`, `>` and `"` escaped, which is safe in content and in double quotes. What
  /// needs no escape is copied in runs.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      for index in source.indices {
        let escape: StaticString
        switch source[index] {
        case UInt8(ascii: "&"): escape = "&amp;"
        case UInt8(ascii: "<"): escape = "&lt;"
        case UInt8(ascii: ">"): escape = "&gt;"
        case UInt8(ascii: "\""): escape = "&quot;"
        default: continue
        }
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
        bytes.append(
          contentsOf: UnsafeBufferPointer(
            start: escape.utf8Start, count: escape.utf8CodeUnitCount))
        start = index + 1
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
    }
  }

  /// ` name="value"`, with a space before it.
  package mutating func attribute(_ name: String, _ value: String) {
    raw(" ")
    raw(name)
    raw("=\"")
    text(value)
    raw("\"")
  }

  /// A URL for an attribute: what RFC 3986 does not allow in a URL is percent-encoded, what is
  /// encoded already stays, as cmark does it.
  package mutating func href(_ url: String) {
    var url = url
    url.withUTF8 { url in
      var start = 0
      for index in url.indices where !Self.isPlainInURL[Int(url[index])] {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: url[start..<index]))
        start = index + 1
        switch url[index] {
        case UInt8(ascii: "&"): raw("&amp;")
        case UInt8(ascii: "'"): raw("&#x27;")
        default:
          bytes.append(UInt8(ascii: "%"))
          bytes.append(Self.hexDigits[Int(url[index] >> 4)])
          bytes.append(Self.hexDigits[Int(url[index] & 15)])
        }
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: url[start...]))
    }
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  private static let isPlainInURL: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
    for byte in (letters + "-_.+!*(),%#@?=;:/$~").utf8 { table[Int(byte)] = true }
    return table
  }()
}
