import RunbookCommands
import RunbookModel

enum CommandConflictingOptions {
  private static let programs = (
    path: "programs/ledger.yml",
    text: """
    synopsis: |
      ledger ACCOUNT
        -o --open {excludes=-c,--close}
        -c --close {excludes=-o,--open}
    """
  )

  static let rule = Rule(
    "command-conflicting-options", .error, "a command has options that exclude each other",
    rationale: """
      The program refuses two options that contradict each other, or one of them silently loses. Keep
      the one that the step needs.
      """,
    passing: [
      Rule.Example(files: [
        ("content/page.md", "```bash\nledger --open a; ledger --close a\n```"), programs,
      ])
    ],
    failing: [
      Rule.Example(files: [
        ("content/page.md", "```bash\nledger ▸--open -c a\n```"), programs,
      ])
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var last: (range: ByteRange, pairs: Set<Set<String>>) = (0..<0, [])
    for (finding, command) in context.commandFindings {
      guard case .conflict(let name, let other) = finding.kind else { continue }
      // Two options that name each other are one conflict.
      if command.command.range != last.range { last = (command.command.range, []) }
      guard last.pairs.insert([name, other]).inserted else { continue }
      diagnostics.append(
        context.finding(
          rule, at: finding.range,
          "`\(name)` and `\(other)` of `\(command.title)` exclude each other",
          explanation: "The program takes one of them. Keep the one that is meant."))
    }
  }
}
