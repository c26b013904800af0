import RunbookCommands
import RunbookModel

enum QuickrefNotSingle {
  static let rule = Rule(
    "quickref-not-single", .error, "a block with `quickref=` does not hold exactly one command",
    rationale: """
      The attribute puts the block's command into the quick reference, which has one line for a task.
      A pipeline is one command; split a block that has several.
      """,
    passing: [
      Rule.Example(
        "```bash {quickref=\"Last errors\"}\n# errors only\njournalctl -p err | tail\n```")
    ],
    failing: [
      Rule.Example("```bash {quickref=\"▸Two things\"}\njournalctl -k\njournalctl -b\n```"),
      Rule.Example("```bash {quickref=\"▸Nothing\"}\n# later\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks where block.kind != .powerShell {
      guard let attribute = block.code.attribute("quickref") else { continue }
      let count = block.scripts.reduce(0) { $0 + $1.statements.count }
      guard count != 1 else { continue }
      diagnostics.append(
        context.finding(
          rule, at: attribute.value.range,
          count == 0 ? "this block holds no command" : "this block holds \(count) commands",
          explanation: "A quick reference has one command for a task. Split the block, or take the "
            + "attribute away."))
    }
  }
}
