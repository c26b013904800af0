import CTemplates

/// The reference of the manual, which the program prints: `runbookgen help TOPIC`.
package struct BuiltinTopic: Sendable {
  /// The name of its file without the ending.
  package let name: String
  /// The page, with its front matter.
  package let source: String

  package init(name: String, source: String) {
    self.name = name
    self.source = source
  }

  /// Sorted by name.
  package static let all = builtinFiles(builtin_topics).map { file in
    BuiltinTopic(name: file.name, source: String(decoding: file.bytes, as: UTF8.self))
  }

  /// What the page is about, in half a line.
  package var summary: String { field("summary") }

  /// The page as it is read in a terminal: its title and its Markdown, without what only the
  /// wiki and the tests of the manual read.
  package var text: String {
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let body = lines.dropFirst().drop { $0 != "---" }.dropFirst()
    let shown = body.filter { !$0.hasPrefix("<!-- test: ") }
    let text = shown.drop(while: \.isEmpty).joined(separator: "\n")
    return "# \(field("title"))\n\n\(text)"
  }

  /// A field of the front matter that is plain text on one line, as a test holds it to be.
  private func field(_ name: String) -> String {
    let line = source.split(separator: "\n").first { $0.hasPrefix("\(name): ") }
    return line.map { String($0.dropFirst(name.count + 2)) } ?? ""
  }
}
