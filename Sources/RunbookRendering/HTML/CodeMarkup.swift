import RunbookChecks
import RunbookCommands
import RunbookModel

/// Code as HTML: placeholders such as `<node-name>` are marked, so that they can be filled in.
enum CodeMarkup {
  static func write(_ code: CodeBlock, _ commands: CommandBlock?, to writer: inout MarkupWriter) {
    write(code.text, to: &writer)
  }

  static func write(_ code: String, to writer: inout MarkupWriter) {
    let bytes = Array(code.utf8)
    var start = 0
    for range in PlaceholderScanner.ranges(in: bytes) {
      writer.text(String(decoding: bytes[start..<range.lowerBound], as: UTF8.self))
      let name = String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)
      writer.raw("<span class=ph")
      writer.attribute("data-in", name)
      writer.raw(" data-q=text>&lt;")
      writer.text(name)
      writer.raw("&gt;</span>")
      start = range.upperBound
    }
    writer.text(start == 0 ? code : String(decoding: bytes[start...], as: UTF8.self))
  }
}
