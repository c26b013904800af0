import RunbookModel

enum StepDuplicate {
  static let rule = Rule(
    "step-duplicate", .error, "two code blocks of a page have the same step name",
    rationale: """
      A step's name is its anchor, and what `from: step:NAME` refers to. It can stand for one block
      only.
      """,
    passing: [
      Rule.Example("```bash {step=look}\nls\n```\n\n```bash {step=count}\nls | wc -l\n```"),
      Rule.Example("```bash\nls\n```\n\n```bash\nls\n```"),
    ],
    failing: [
      Rule.Example(
        "```bash {step=look}\nls\n```\n\n```bash {in=host step=▸look}\nls -l\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var seen: [String: ByteRange] = [:]
    for block in context.outline.codeBlocks {
      guard let step = block.value.attribute("step")?.value, !step.text.isEmpty else { continue }
      guard let first = seen[step.text] else {
        seen[step.text] = step.range
        continue
      }
      diagnostics.append(
        context.finding(
          rule, at: step.range, "there is already a step `\(step.text)` on this page",
          explanation: "Links and inputs that name the step would not know which block is meant. "
            + "Give this one a name of its own.",
          notes: [.init("the first one", at: context.range(first))]))
    }
  }
}
