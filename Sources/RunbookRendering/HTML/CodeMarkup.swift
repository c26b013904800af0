/// Code as HTML: placeholders such as `<node-name>` are marked, so that they can be styled and later
/// be filled in.
enum CodeMarkup {
  static func write(_ code: String, to writer: inout MarkupWriter) {
    writer.text(code)
  }
}
