import RunbookModel

enum HtmlUnknownTag {
  static let rule = Rule(
    "html-unknown-tag", .error, "text in angle brackets is taken for an HTML tag",
    rationale: """
      In prose, `<node-name>` is an HTML tag to Markdown, and GitHub and browsers hide it: one
      reads "log in to" and no name. Put it in backticks, or write `\\<`. A custom element that has
      a closing tag is accepted where `raw_html` is `trusted`.
      """,
    passing: [
      Rule.Example(
        "Log in to `<node-name>` or \\<node>, see <https://example.com>."),
      Rule.Example("<svg>\n<path d=\"M0 0\">\n</svg> <b>Now</b>"),
      Rule.Example(files: [
        ("content/page.md", "<my-chart>Load</my-chart>"),
        ("runbookgen.yml", "raw_html: trusted\n"),
      ]),
    ],
    failing: [
      Rule.Example("Log in to ▸<node-name> and run it."),
      Rule.Example("<div>\nLog in to ▸<node-name>.\n</div>"),
      Rule.Example("The file ▸<path> is there."),
      Rule.Example("It is ▸<b2>closed</b2> once."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let blocks = HTMLTag.blocks(of: context.page)
    guard !blocks.isEmpty else { return }
    let closed = Set(blocks.joined().filter(\.isClosing).map(\.name))
    let known = HTMLElements.known(on: blocks)
    var open: [String: Int] = [:]
    let unpaired = SortedRanges(proseWithLooseBackticks(context))
    for block in blocks {
      for tag in block where !known.contains(tag.name) {
        if context.config.rawHTML == .trusted, tag.name.contains("-"), closed.contains(tag.name) {
          continue
        }
        if tag.isClosing, let count = open[tag.name], count > 0 {
          open[tag.name] = count - 1
          continue
        }
        if !tag.isClosing { open[tag.name, default: 0] += 1 }
        // Inside a block of HTML, backticks would be shown as they are.
        let isInline =
          block.count == 1 && !startsLine(tag, context.file) && !touchesBacktick(tag, context.file)
          && !unpaired.contains(tag.range.lowerBound)
        diagnostics.append(finding(tag, isInline: isInline, context))
      }
    }
  }

  /// Where a backtick stands that opens no code span, one more would make another pair than the one
  /// that is meant.
  private static func proseWithLooseBackticks(_ context: PageContext) -> [ByteRange] {
    context.outline.prose.filter { holdsBacktick($0.value, context.file) }.map(\.range)
  }

  private static func holdsBacktick(_ content: [Inline], _ file: SourceFile) -> Bool {
    content.contains { inline in
      switch inline.kind {
      case .text: file.bytes[inline.range].contains(UInt8(ascii: "`"))
      case .emphasis(let content), .strong(let content), .strikethrough(let content),
        .element(_, let content):
        holdsBacktick(content, file)
      case .link(let link), .image(let link): holdsBacktick(link.content, file)
      case .code, .html, .softBreak, .hardBreak, .footnoteReference: false
      }
    }
  }

  private static func touchesBacktick(_ tag: HTMLTag, _ file: SourceFile) -> Bool {
    let around = tag.range.lowerBound - 1..<tag.range.upperBound + 1
    return file.bytes[around.clamped(to: 0..<file.bytes.count)].contains(UInt8(ascii: "`"))
  }

  private static func startsLine(_ tag: HTMLTag, _ file: SourceFile) -> Bool {
    let line = file.lines.range(ofLine: file.lines.line(at: tag.range.lowerBound))
    return file.bytes[line.lowerBound..<tag.range.lowerBound].allSatisfy { $0 == 32 || $0 == 9 }
  }

  private static func finding(_ tag: HTMLTag, isInline: Bool, _ context: PageContext)
    -> Diagnostic
  {
    let range = tag.range
    let start = range.lowerBound + (tag.isClosing ? 2 : 1)
    let name = context.file.text(start..<start + tag.name.utf8.count)
    let fix = Diagnostic.Fix(
      "put it in backticks",
      edits: [
        .init(range.lowerBound..<range.lowerBound, with: "`"),
        .init(range.upperBound..<range.upperBound, with: "`"),
      ])
    return context.finding(
      rule, at: range,
      "`<\(tag.isClosing ? "/" : "")\(name)>` is taken for an HTML tag, and there is none of "
        + "this name",
      explanation: "GitHub and browsers hide it. Put it in backticks if the reader is to see it.",
      fixes: isInline && !tag.isClosing ? [fix] : [])
  }
}
