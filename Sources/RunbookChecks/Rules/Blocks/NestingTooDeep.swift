import RunbookCommands
import RunbookModel

enum NestingTooDeep {
  static let rule = Rule(
    "nesting-too-deep", .error, "lists, quotes, emphasis or commands are nested beyond any use",
    rationale: """
      What is nested more than 64 levels deep is left out of the page, and a command that 24 others
      run, or that stands inside so many, is not checked. No reader can follow such a page
      either; it is nearly always the work of a broken generator. Flatten it, or raise
      `limits: {nesting: …}`, which does not count commands. More than so many quotes and lists on
      one line are `limit-exceeded`.
      """,
    passing: [
      Rule.Example("> A quote\n>\n> > in a quote."),
      Rule.Example("```bash\nsudo env A=b nohup ls $(echo $(pwd))\n```"),
    ],
    failing: [
      Rule.Example(
        String(repeating: "![", count: 64) + "▸" + String(repeating: "![", count: 6) + "a"
          + String(repeating: "](https://example.com/a.png)", count: 70)),
      Rule.Example(
        "```bash\n" + String(repeating: "env ", count: 24) + "▸env ls\n```"),
      Rule.Example(
        "```bash\necho " + String(repeating: "$(", count: 24) + "▸$(ls)"
          + String(repeating: ")", count: 24) + "\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.shellBlocks {
      for error in block.scripts.flatMap(\.errors) where error.kind == .nestingTooDeep {
        diagnostics.append(finding(error.range, "this is", context))
      }
    }
    for command in context.commands where command.outer.count == CommandWalker.maximumDepth - 1 {
      guard let words = command.command.invocation?.nested?.words, let first = words.first,
        command.block.map({ !context.facts.foreignBlocks.contains($0.index) }) ?? true
      else { continue }
      diagnostics.append(finding(first.range, "commands that run commands are", context))
    }
  }

  private static func finding(
    _ range: ByteRange, _ what: String, _ context: PageContext
  ) -> Diagnostic {
    context.finding(
      rule, at: range, "\(what) nested more than \(ShellScript.maximumDepth) levels deep",
      explanation: "From here on nothing is checked. Take the command apart.")
  }
}
