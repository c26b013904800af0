import RunbookModel

enum AllowanceInvalid {
  static let rule = Rule(
    "allowance-invalid", .error, "something was meant to allow a finding and does not",
    rationale: """
      `<!-- runbookgen-allow RULE: reason -->` silences a rule for the block after it, and `allow` in the
      front matter for the page. Both name a rule and a reason; without them nothing is silenced.
      """,
    passing: [
      Rule.Example(
        "<!-- runbookgen-allow todo-left: the word is the example -->\nTODO: a word.\n\n<!-- a note -->"
      ),
      Rule.Example("---\nallow: {todo-left: the word is the example}\n---\nTODO: a word."),
    ],
    failing: [
      Rule.Example("▸<!-- runbookgen-allow todo-left -->\nTODO: a word."),
      Rule.Example("▸<!-- runbookgen-allow todo-lift: the example -->\nTODO: a word."),
      Rule.Example("▸<!-- runbookgen-disable-next-line todo-left -->\nTODO: a word."),
      Rule.Example("TODO: ▸<!-- runbookgen-allow todo-left: the example --> a word."),
      Rule.Example("- ▸<!-- runbookgen-allow todo-left: the example -->\n- TODO: a word."),
      Rule.Example("---\nallow: {▸todo-lift: the word is the example}\n---\nTODO: a word."),
      Rule.Example("---\nallow: {▸todo-left: \"\"}\n---\nTODO: a word."),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for problem in context.draft.allowances.problems {
      diagnostics.append(
        context.finding(
          rule, at: problem.place, problem.summary, explanation: problem.explanation))
    }
  }

  /// The finding for an entry of `allow` in the front matter.
  static func finding(_ problem: (summary: String, explanation: String), at range: SourceRange)
    -> Diagnostic
  {
    Diagnostic(
      rule.id, rule.severity, at: range, problem.summary, explanation: problem.explanation)
  }
}
