private import CCMark
private import Glibc

/// Reads, parses, renders and writes one page after the other, with one parser and one buffer.
/// cmark-gfm's arena is slower here than plain `malloc`, which is its default.
final class PageRenderer {
  private static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  private let parser: OpaquePointer
  private var buffer: UnsafeMutableRawPointer
  private var capacity = 1 << 16

  init?() {
    cmark_gfm_core_extensions_ensure_registered()
    guard let parser = cmark_parser_new(CMARK_OPT_DEFAULT), let buffer = malloc(capacity) else {
      return nil
    }
    for name in Self.extensions {
      guard let found = cmark_find_syntax_extension(name) else { return nil }
      cmark_parser_attach_syntax_extension(parser, found)
    }
    self.parser = parser
    self.buffer = buffer
  }

  deinit {
    cmark_parser_free(parser)
    free(buffer)
  }

  /// False when the page could not be read or written.
  func render(_ source: String, to target: String) -> Bool {
    guard let count = read(source) else { return false }
    let start = bodyStart(count)
    cmark_parser_feed(
      parser, (buffer + start).assumingMemoryBound(to: CChar.self), count - start)
    guard let root = cmark_parser_finish(parser) else { return false }
    defer { cmark_node_free(root) }
    guard
      let html = cmark_render_html(
        root, CMARK_OPT_DEFAULT, cmark_parser_get_syntax_extensions(parser))
    else { return false }
    defer { free(html) }
    return write(html, strlen(html), to: target)
  }

  /// The number of bytes that are in the buffer now.
  private func read(_ path: String) -> Int? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var count = 0
    while true {
      if count == capacity {
        guard let larger = realloc(buffer, capacity * 2) else { return nil }
        buffer = larger
        capacity *= 2
      }
      let step = Glibc.read(file, buffer + count, capacity - count)
      if step < 0 { return nil }
      if step == 0 { return count }
      count += step
    }
  }

  /// Behind the front matter.
  private func bodyStart(_ count: Int) -> Int {
    guard count > 4, memcmp(buffer, "---\n", 4) == 0 else { return 0 }
    var line = 4
    while line + 4 <= count {
      if memcmp(buffer + line, "---\n", 4) == 0 { return line + 4 }
      guard let end = memchr(buffer + line, 10, count - line) else { break }
      line = UnsafeRawPointer(end) - UnsafeRawPointer(buffer) + 1
    }
    return 0
  }

  private func write(_ bytes: UnsafePointer<CChar>, _ count: Int, to path: String) -> Bool {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { return false }
    defer { close(file) }
    var written = 0
    while written < count {
      let step = Glibc.write(file, bytes + written, count - written)
      if step <= 0 { return false }
      written += step
    }
    return true
  }
}
