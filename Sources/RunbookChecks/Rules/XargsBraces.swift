import RunbookCommands
import RunbookModel

enum XargsBraces {
  static let rule = Rule(
    "xargs-braces", .warning, "`xargs` hands `{}` on as it is",
    rationale: """
      Without `-I {}` (POSIX, xargs) the program gets the two characters `{}` as a word of their own, and
      the names after it.
      """,
    passing: [
      Rule.Example("```bash\nls | xargs -I{} mv {} /tmp\nls | xargs -i rm {}\nls | xargs rm\n```")
    ],
    failing: [Rule.Example("```bash\nls *.sql | xargs rm -- ▸{}\n```")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.commands {
      guard let invocation = command.command.invocation, invocation.program.name == "xargs",
        let nested = invocation.nested,
        !invocation.options.contains(where: { given in
          ["-I", "-i", "--replace"].contains { given.option.names.contains($0) }
        }),
        let braces = nested.words.dropFirst().first(where: { $0.literal == "{}" })
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: braces.range, "`xargs` hands `{}` on as it is, and puts the names after it",
          explanation: "Write `xargs -I {}`, or remove the `{}`."))
    }
  }
}
