import RunbookCommands
import RunbookModel

enum CodeFenceProse {
  static let rule = Rule(
    "code-fence-prose", .warning,
    "a fence has prose after it, so it opens or closes the wrong block",
    rationale: """
      A closing fence stands alone on its line; with text after it, the block goes on and swallows what
      follows, headings and warnings included. An opening fence has a language after it; with prose there,
      everything down to the next fence is code. The same holds for a command there. Put the fence on a line of its own.
      """,
    passing: [
      Rule.Example(
        "```bash title=\"how to do it\"\nls\n```\n\n```shell script\nls\n```\n\n```c++ {.numberLines}\nx\n```"
      ),
      Rule.Example("````markdown\n```bash\nls\n```\n````\n\n```\na ``` b\n```"),
      Rule.Example("~~~\n``` text that is long\n~~~"),
    ],
    failing: [
      Rule.Example("```\nkey\n▸```--------\n\nText.\n\n```\nls\n```"),
      Rule.Example("▸```to your provider blocks. This adds tags.\n\n## Important\n\n```"),
      Rule.Example("```bash\nls\n▸``` Then check the pods.\n\n## Check\n\n```"),
      Rule.Example("```bash\nls\n\n▸```yaml\na: b\n```"),
      Rule.Example(
        "▸````kubectl create namespace web \\\n  --dry-run=client```\n\n## Next\n\n````"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.outline.codeBlocks {
      guard let fence = block.value.fence else { continue }
      if isUsual(fence.info.text.utf8) {
        if let line = strayFence(in: block.value, fence, context.file) {
          diagnostics.append(stray(line, fence, context))
        }
      } else if isCommand(fence.info.text, context.config) {
        diagnostics.append(
          context.finding(
            rule, at: fence.marker.lowerBound..<fence.info.range.upperBound,
            "this fence opens a code block, but a command stands where its language belongs",
            explanation:
              "The command is not shown, and all that follows, down to the next fence, is code. Put "
              + "the command on a line of its own, or write a code span with one backtick."))
      } else if isProse(fence.info.text) {
        diagnostics.append(
          context.finding(
            rule, at: fence.marker.lowerBound..<fence.info.range.upperBound,
            "this fence opens a code block, but prose stands where its language belongs",
            explanation:
              "All that follows, down to the next fence, is code. Put the prose on a line of "
              + "its own, or remove the fence."))
      } else if let line = strayFence(in: block.value, fence, context.file) {
        diagnostics.append(stray(line, fence, context))
      }
    }
  }

  private static func stray(
    _ line: ByteRange, _ fence: Fence, _ context: PageContext
  ) -> Diagnostic {
    context.finding(
      rule, at: line, "this fence does not close the code block, as text stands after it",
      explanation:
        "The block goes on below it and swallows what follows. A closing fence stands "
        + "alone on its line; if a new block was meant to begin here, close the one above first.",
      notes: [.init("the block begins here", at: context.range(fence.marker))])
  }

  /// A language alone, or one with `{…}` after it.
  private static func isUsual(_ info: String.UTF8View) -> Bool {
    guard let space = info.firstIndex(of: 32) else { return true }
    return info.last == UInt8(ascii: "}")
      && info[space...].first { $0 != 32 } == UInt8(ascii: "{")
  }

  /// A line that a shell would run: it goes on on the next one, or names a program with options.
  private static func isCommand(_ info: String, _ config: SiteConfig) -> Bool {
    let text = info.utf8
    guard text.first == UInt8(ascii: "$") || text.last == UInt8(ascii: "\\") || holdsOption(text)
    else { return false }
    let words = info.split(separator: " ")
    guard words.count > 1 else { return false }
    if words[0] == "$" { return true }
    guard config.programs.contains(String(words[0])) else { return false }
    if words.last == "\\" { return words.count > 2 }
    let hasOption = words.dropFirst().contains { word in
      word.hasPrefix("-") && word.drop { $0 == "-" }.first?.isLetter == true
    }
    return hasOption && words.count > 2 && !ShellName.all.contains(String(words[0]))
  }

  /// Whether a word begins with a `-`.
  private static func holdsOption(_ text: String.UTF8View) -> Bool {
    zip(text, text.dropFirst()).contains { $0 == 32 && $1 == UInt8(ascii: "-") }
  }

  /// Several plain words: no language is called so, and no attribute looks like this.
  private static func isProse(_ info: String) -> Bool {
    guard !info.utf8.contains(where: { $0.isOne(of: "{}=\"/_") }) else { return false }
    let words = info.split(separator: " ")
    guard words.count >= 3 else { return false }
    let plain = words.allSatisfy { word in
      word.allSatisfy { $0.isLetter || ".,'’;:!?()-".contains($0) }
    }
    return plain && (words.count >= 4 || info.hasSuffix(".") || info.hasSuffix(":"))
  }

  /// The first line of the block that is a fence as long as its own, with text after it.
  private static func strayFence(
    in block: CodeBlock, _ fence: Fence, _ file: SourceFile
  ) -> ByteRange? {
    guard !fence.marker.isEmpty else { return nil }
    let mark = file.bytes[fence.marker.lowerBound]
    for offset in block.lineOffsets {
      // Most lines are told by a byte.
      guard file.bytes[offset...].first(where: { $0 != 32 }) == mark else { continue }
      let line = file.lines.contentRange(ofLine: file.lines.line(at: offset), in: file.bytes)
        .clamped(to: offset..<Int.max)
      let indent = file.bytes[line].prefix { $0 == 32 }.count
      let marks = file.bytes[line].dropFirst(indent).prefix { $0 == mark }.count
      guard indent <= 3, marks >= fence.marker.count else { continue }
      let rest = line.lowerBound + indent + marks..<line.upperBound
      let text = file.text(rest)
      if text.contains(where: { !$0.isWhitespace }), !text.contains("`") {
        return line.lowerBound + indent..<line.upperBound
      }
    }
    return nil
  }
}
