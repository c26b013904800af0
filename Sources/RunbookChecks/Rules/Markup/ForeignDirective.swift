import RunbookModel

enum ForeignDirective {
  static let rule = Rule(
    "foreign-directive", .warning, "a directive of another tool is published as text",
    rationale: """
      MkDocs writes notes as `!!! warning` and tabs as `=== "Linux"`, Docusaurus and Pandoc write
      `:::warning`, MyST writes a fence with `{warning}` or a role such as `` {ref}`name` ``,
      reStructuredText writes `.. note::`. GitHub and this wiki know none of them: readers see the marks
      themselves, and the text indented under a mark becomes code. Write a note as a quote that begins
      with `[!WARNING]`, and give each variant of a procedure a heading of its own.
      """,
    passing: [
      Rule.Example(
        "Stop!!! Really??? a ::: b, `!!! note`, {a}, x === y\n\n!!! IMPORTANT: read this !!!\n\n(1)=\n(a b)=\n(x)= y"
      ),
      Rule.Example("```bash\nls\n```\n\n```{.bash}\nls\n```\n\n```python {linenos=true}\nx\n```"),
      Rule.Example("> [!WARNING]\n> Stop here."),
    ],
    failing: [
      Rule.Example("▸!!! warning \"Careful\"\n    Not twice.\n\n??? note\n    Folded."),
      Rule.Example("▸:::danger Stop\nText.\n:::\n\n::: tip\nText.\n:::\n\n:::{note}\nText.\n:::"),
      Rule.Example("▸=== \"Linux\"\n\n    text\n\n=== \"Mac\"\n\n    text"),
      Rule.Example("▸```{warning}\nText.\n```\n\n```{tip} Title\nText.\n```"),
      Rule.Example("See ▸{ref}`the page <name>` and {doc}`other`."),
      Rule.Example("See ▸:ref:`the page <name>`."),
      Rule.Example("▸.. note::\n   Text."),
      Rule.Example("▸(restart:pods)=\n## Restart the pods"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var places: [Kind: [ByteRange]] = [:]
    for text in context.plainText where text.holds(starts) {
      for start in text.lineStarts {
        guard let kind = Kind(line: text.text(text.line(from: start))) else { continue }
        places[kind, default: []].append(text.line(from: start))
      }
      places[.role, default: []] += roles(text, context.file) + roleNames(text, context.file)
    }
    for block in context.outline.codeBlocks {
      guard let fence = block.value.fence, isDirective(fence) else { continue }
      places[.fence, default: []].append(fence.marker.lowerBound..<fence.info.range.upperBound)
    }
    for kind in Kind.allCases {
      guard let found = places[kind], let first = found.first else { continue }
      let finding = context.finding(
        rule, atEach: found,
        "`\(context.file.text(first).prefix(60))` is \(kind.name), published as text here",
        explanation: "GitHub and this wiki show the mark itself. \(kind.remedy)",
        // A label stands in nobody's way.
        severity: kind == .label ? .info : nil)
      if let finding { diagnostics.append(finding) }
    }
  }

  private static let starts = ASCIISet("!?:=.{")

  private enum Kind: CaseIterable {
    case admonition, container, tab, fence, role, directive, label

    /// The kind of directive that a line of prose is.
    init?(line: String) {
      let line = line.trimmingEnd()
      if ["!!!", "???"].contains(where: line.hasPrefix) {
        guard Kind.isAdmonition(line.dropFirst(line.hasPrefix("???+") ? 4 : 3)) else { return nil }
        self = .admonition
      } else if line.hasPrefix(":::") {
        let name = line.drop { $0 == ":" }.drop { $0 == " " }
        guard let first = name.first, first == "{" || first.isLetter else { return nil }
        self = .container
      } else if line.hasPrefix("===") {
        let title = line.drop { $0 == "=" }.drop { $0 == "!" || $0 == "+" }
        guard title.hasPrefix(" \""), title.hasSuffix("\""), title.utf8.count > 3 else {
          return nil
        }
        self = .tab
      } else if line.hasPrefix(".. ") {
        let name = line.dropFirst(3).prefix { $0.isLowercase || $0 == "-" }
        guard !name.isEmpty, line.dropFirst(3 + name.count).hasPrefix("::") else { return nil }
        self = .directive
      } else if AnchorMark.label(line) != nil {
        self = .label
      } else {
        return nil
      }
    }

    /// What follows `!!!`: a type, and perhaps a title in quotation marks.
    private static func isAdmonition(_ rest: Substring) -> Bool {
      guard rest.first == " " else { return false }
      let words = rest.drop { $0 == " " }
      let type = words.prefix { $0.isLetter || $0 == "-" }
      guard !type.isEmpty else { return false }
      let title = String(words.dropFirst(type.count).drop { $0 == " " })
      let isKnown = types.contains(type.lowercased())
      if title.isEmpty || ["inline", "inline end"].contains(title) {
        return isKnown || type.allSatisfy(\.isLowercase)
      }
      return title.contains("\"") && title.hasSuffix("\"")
    }

    private static let types: Set = [
      "note", "abstract", "summary", "tldr", "info", "todo", "tip", "hint", "important", "success",
      "check", "done", "question", "help", "faq", "warning", "caution", "attention", "failure",
      "fail",
      "missing", "danger", "error", "bug", "example", "quote", "cite",
    ]

    var name: String {
      switch self {
      case .admonition: "a note of MkDocs"
      case .container: "a container of Docusaurus, VitePress or Pandoc"
      case .tab: "a tab of MkDocs"
      case .fence: "a directive of MyST"
      case .role: "a role of MyST or reStructuredText"
      case .directive: "a directive of reStructuredText"
      case .label: "a label of MyST"
      }
    }

    var remedy: String {
      switch self {
      case .admonition:
        "Text indented under it becomes code. Write a quote: `> [!WARNING]`, then the text with `> ` "
          + "before each line."
      case .container, .directive:
        "Write a quote: `> [!WARNING]`, then the text with `> ` before each line."
      case .tab:
        "Text indented under it becomes code, so its commands are not checked. Give each variant a "
          + "heading, and start its text at the left margin."
      case .fence:
        "Its text is shown as code. Write a note as a quote that begins with `> [!WARNING]`, and label "
          + "code with its language alone."
      case .role: "Write a link: `[text](page.md#heading)`."
      case .label:
        "A heading's anchor is made of its text. `runbookgen adopt` lets links to labels lead there, and "
          + "removes the labels."
      }
    }
  }

  /// `{name}` right before a code span.
  private static func roles(_ text: MaskedProse, _ file: SourceFile) -> [ByteRange] {
    text.offsets(of: "{").compactMap { open in
      var close = open + 1
      while let byte = text[close], byte.isAlphanumeric || byte.isOne(of: "-_:") { close += 1 }
      guard close > open + 2, text[close] == UInt8(ascii: "}"), close + 1 < file.bytes.count,
        file.bytes[close + 1] == UInt8(ascii: "`")
      else { return nil }
      return open..<close + 1
    }
  }

  /// `:name:` right before a code span.
  private static func roleNames(_ text: MaskedProse, _ file: SourceFile) -> [ByteRange] {
    let offsets = text.offsets(of: ":")
    return zip(offsets, offsets.dropFirst()).compactMap { open, close in
      guard close > open + 2, close - open < 30, close + 1 < file.bytes.count,
        file.bytes[close + 1] == UInt8(ascii: "`"),
        text[open - 1].map({ !$0.isAlphanumeric }) ?? true,
        (open + 1..<close).allSatisfy({
          text[$0].map { ($0 | 0x20).isAlphanumeric && $0 > 0x60 || $0 == UInt8(ascii: "-") }
            ?? false
        })
      else { return nil }
      return open..<close + 1
    }
  }

  /// Whether a fence is a directive of MyST with a text for the reader, not with code.
  static func isDirective(_ fence: Fence) -> Bool {
    let info = fence.info.text
    guard info.hasPrefix("{"), let close = info.firstIndex(of: "}") else { return false }
    let name = info[info.index(after: info.startIndex)..<close]
    return !name.isEmpty && name.allSatisfy { $0.isLetter || "-_:".contains($0) }
      && name.first?.isLetter == true && !Fence.codeDirectives.contains(String(name))
      && !IncludeUnresolved.directives.contains(String(name))
  }
}
