import RunbookModel

/// Builds HTML or XML as bytes. Everything that comes from a user goes through `text`, `attribute`
/// or `href`; `raw` is for markup of ours.
package struct MarkupWriter: ~Copyable {
  private var buffer: ByteBuffer

  package init(reserving capacity: Int = 0) {
    buffer = ByteBuffer(reserving: capacity)
  }

  /// A copy of what was written.
  package var bytes: [UInt8] { buffer.array() }

  /// How many bytes were written.
  var count: Int { buffer.count }

  /// What was written from a position on.
  func bytes(from position: Int) -> [UInt8] { buffer.array(from: position) }

  package var string: String { buffer.string }

  package var endsWithNewline: Bool { buffer.last ?? UInt8(ascii: "\n") == UInt8(ascii: "\n") }

  /// Starts a new line unless one has just been started.
  package mutating func freshLine() {
    if !endsWithNewline { buffer.append(UInt8(ascii: "\n")) }
  }

  /// Markup of ours, as it stands in the source.
  package mutating func raw(_ markup: StaticString) { buffer.append(markup) }

  /// Markup of ours that was put together, or text that is markup already.
  @_disfavoredOverload
  package mutating func raw(_ markup: String) { buffer.append(markup) }

  package mutating func raw(_ markup: [UInt8]) { buffer.append(markup) }

  package mutating func number(_ number: Int) {
    if (0..<10).contains(number) {
      buffer.append(UInt8(ascii: "0") + UInt8(number))
    } else {
      buffer.append(String(number))
    }
  }

  /// Text, with `&`, `<`, `>` and `"` escaped, which is safe in content and in double quotes. What
  /// needs no escape is copied in runs.
  package mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { source in
      var start = 0
      while true {
        let index = ByteWord.firstIndex(in: source, from: start) {
          $0.marks(0x22) | $0.marks(0x26) | $0.marks(0x3C) | $0.marks(0x3E)
        }
        buffer.append(UnsafeBufferPointer(rebasing: source[start..<index]))
        guard index < source.count else { return }
        start = index + 1
        switch source[index] {
        case UInt8(ascii: "&"): buffer.append("&amp;")
        case UInt8(ascii: "<"): buffer.append("&lt;")
        case UInt8(ascii: ">"): buffer.append("&gt;")
        default: buffer.append("&quot;")
        }
      }
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
    let isPlain = Self.isPlainInURL
    url.withUTF8 { url in
      var start = 0
      for index in url.indices where !isPlain[Int(url[index])] {
        buffer.append(UnsafeBufferPointer(rebasing: url[start..<index]))
        start = index + 1
        switch url[index] {
        case UInt8(ascii: "&"): raw("&amp;")
        case UInt8(ascii: "'"): raw("&#x27;")
        default:
          buffer.append(UInt8(ascii: "%"))
          buffer.append(Self.hexDigits[Int(url[index] >> 4)])
          buffer.append(Self.hexDigits[Int(url[index] & 15)])
        }
      }
      buffer.append(UnsafeBufferPointer(rebasing: url[start...]))
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
