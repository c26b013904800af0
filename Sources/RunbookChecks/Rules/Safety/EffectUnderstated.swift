import RunbookCommands
import RunbookModel

enum EffectUnderstated {
  static let rule = Rule(
    "effect-understated", .warning, "`effect=` of a fence says less than the commands do",
    rationale: """
      A reader who sees "read" does not think twice. So the wiki and Confluence show what the commands
      are known to do when the fence claims less. Correct the claim, or move the command that does
      more into a block of its own.
      """,
    passing: [
      Rule.Example("```bash {effect=write}\njournalctl --rotate\n```"),
      Rule.Example("```bash {effect=destructive}\njournalctl --disk-usage\n```"),
      Rule.Example("```bash {effect=read}\nour-tool status > /dev/null\n```"),
    ],
    failing: [
      Rule.Example("```bash {▸effect=read}\njournalctl --rotate\n```"),
      Rule.Example("```bash {step=x ▸effect=read}\necho 1 > /proc/sys/vm/drop_caches\n```"),
      Rule.Example("Backups are kept.\n\n```bash {▸effect=write}\nrm -rf /var/lib/data\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for change in context.changes {
      let code = context.outline.codeBlocks[change.block].value
      guard let declared = code.declaredEffect, declared < change.effect,
        let attribute = code.attribute("effect")
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: PageChange.Place(attribute).range,
          "the fence says `\(declared)`, and `\(change.strongest.title)` "
            + (change.effect == .destructive ? "destroys" : "writes"),
          explanation: "The page shows what is known of the commands. Write "
            + "`effect=\(change.effect)`, or put this command into a block of its own.",
          notes: [.init("this command", at: context.range(change.strongest.range))]))
    }
  }
}
