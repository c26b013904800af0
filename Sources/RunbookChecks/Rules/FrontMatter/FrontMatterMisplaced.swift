import RunbookModel

enum FrontMatterMisplaced {
  static let rule = Rule(
    "front-matter-misplaced", .error, "front matter is not on the first line, or not YAML",
    rationale: """
      Front matter is YAML between two lines `---`, of which the first is the first line of the file.
      After an empty line or a comment it is text: its fields count for nothing, and the last of them is
      shown as a heading. `+++` begins TOML, which is not read.
      """,
    passing: [
      Rule.Example("---\ntitle: T\n---\n\nText."),
      Rule.Example("Text: a\n\n---\n\nMore: b\n\n---"),
      Rule.Example("\n---\n\nText after a line.\n\n---\n"),
    ],
    failing: [
      Rule.Example("\n▸---\ntitle: Blank first\n---\n## X"),
      Rule.Example("<!-- SPDX-License-Identifier: MIT -->\n▸---\ntitle: License header\n---\n## X"),
      Rule.Example("▸+++\ntitle = \"Toml\"\n+++\n## X"),
    ],
    check: .page(check))

  static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    guard context.page.frontMatterRange == nil else { return }
    let lines = Lines(file: context.file)
    if lines.text(0) == "+++", let end = lines.index(of: "+++", after: 0),
      (1..<end).contains(where: { lines.text($0).contains("=") })
    {
      diagnostics.append(
        context.finding(
          rule, at: lines.range(0), "this front matter is TOML, and only YAML is read",
          explanation: "Its fields count for nothing. Write it as YAML between two lines `---`: "
            + "`title: …` in place of `title = …`."))
    } else if let start = lines.start, start > 0, let end = lines.index(of: "---", after: start),
      lines.isYAML(start + 1..<end)
    {
      diagnostics.append(
        context.finding(
          rule, at: lines.range(start),
          "this front matter does not begin on the first line, so it is text",
          explanation:
            "Its fields count for nothing, and readers see them. Move it to the top of the file; "
            + "a comment may follow it."))
    }
  }

  private struct Lines {
    let file: SourceFile

    func range(_ line: Int) -> ByteRange { file.lines.contentRange(ofLine: line, in: file.bytes) }

    func text(_ line: Int) -> String { file.text(range(line)).trimmingEnd() }

    /// The first line `---` with nothing but empty lines and comments before it.
    var start: Int? {
      var isInComment = false
      for line in 0..<min(file.lines.count, 60) {
        let text = text(line)
        if text == "---" && !isInComment { return line }
        if text.hasPrefix("<!--") { isInComment = true }
        guard isInComment || text.isEmpty else { return nil }
        if text.hasSuffix("-->") { isInComment = false }
      }
      return nil
    }

    func index(of marker: String, after line: Int) -> Int? {
      (line + 1..<max(min(file.lines.count, line + 200), line + 1)).first { text($0) == marker }
    }

    /// Whether all lines are fields, items, comments or go on with the one before.
    func isYAML(_ lines: Range<Int>) -> Bool {
      var fields = 0
      for line in lines {
        let text = text(line)
        if text.isEmpty || text.hasPrefix("#") || text.hasPrefix(" ") || text.hasPrefix("- ") {
          continue
        }
        let key = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }
        guard !key.isEmpty, text.dropFirst(key.count).first == ":" else { return false }
        fields += 1
      }
      return fields > 0
    }
  }
}
