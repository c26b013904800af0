import RunbookCommands

/// Code as HTML: placeholders such as `<node-name>` are marked, so that they can be styled and later
/// be filled in.
enum CodeMarkup {
  static func write(_ code: String, to writer: inout MarkupWriter) {
    let bytes = Array(code.utf8)
    var start = 0
    for range in PlaceholderScanner.ranges(in: bytes) {
      writer.text(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self))
      writer.raw("<span class=\"placeholder\">")
      writer.text(String(decoding: bytes[range], as: UTF8.self))
      writer.raw("</span>")
      start = range.upperBound
    }
    writer.text(start == 0 ? code : String(decoding: bytes[start...], as: UTF8.self))
  }
}
