/// Lines that several verbs, or several programs, share: in a synopsis, `@name` on a line of its own
/// stands for the lines of that name, as deep as it stands.
extension String {
  func including(_ fragments: [String: String]) -> String {
    lines(of: self, indent: "", fragments, depth: 0).joined(separator: "\n")
  }

  /// A fragment may hold others; one that would hold itself stays as it is after some rounds, and the
  /// synopsis is then not well-formed.
  private func lines(
    of text: String, indent: String, _ fragments: [String: String], depth: Int
  ) -> [String] {
    text.split(separator: "\n").flatMap { line -> [String] in
      let margin = indent + line.prefix { $0 == " " }
      let body = line.drop { $0 == " " }
      guard depth < 8, body.hasPrefix("@"), let found = fragments[String(body.dropFirst())] else {
        return [margin + body]
      }
      return lines(of: found, indent: margin, fragments, depth: depth + 1)
    }
  }
}
