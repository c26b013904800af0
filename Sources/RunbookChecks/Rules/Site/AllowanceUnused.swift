import RunbookModel

enum AllowanceUnused {
  static let rule = Rule(
    "allowance-unused", .warning, "an allowance allows nothing",
    rationale: """
      An allowance that outlives its fault hides the next one of the same rule. Remove the comment, or
      the entry of `allow`; if the fault stands elsewhere, move the comment to the line before its block.
      """,
    passing: [
      Rule.Example(
        "<!-- runbookgen-allow todo-left: the example -->\nTODO: a word.\n\nTODO: another."),
      Rule.Example("---\nallow: {todo-left: the word is the example}\n---\nTODO: a word."),
    ],
    failing: [
      Rule.Example(
        "▸<!-- runbookgen-allow todo-left: nothing here -->\nAll is done.\n\nTODO: later."),
      Rule.Example("---\nallow: {▸todo-left: the word is the example}\n---\nAll is done."),
    ],
    check: .reading)

  static func finding(_ allowance: Allowance) -> Diagnostic {
    let what = allowance.lines == nil ? "on this page" : "in the block after it"
    return Diagnostic(
      rule.id, rule.severity, at: allowance.place,
      "this allows nothing: `\(allowance.rule)` finds nothing \(what)",
      explanation: "It would hide the next fault of that rule. Remove it.")
  }
}
