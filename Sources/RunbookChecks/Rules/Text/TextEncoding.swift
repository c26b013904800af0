import RunbookModel

enum TextEncoding {
  static let rule = Rule(
    "text-encoding", .error, "a file is not UTF-8 text",
    rationale: """
      Pages, templates and the configuration are UTF-8 without NUL characters. A file in another
      encoding would be published with letters missing, in commands as well as in prose. Convert
      it; `iconv -f latin1 -t utf-8` does it for the most common case.
      """,
    passing: [Rule.Example("Café, naïve, 東京.")],
    failing: [Rule.Example("A NUL character ▸\u{0} stands here.")],
    check: .reading)
}
