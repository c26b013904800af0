import RunbookModel

enum InputsPatternSlow {
  static let rule = Rule(
    "inputs-pattern-slow", .error, "a browser would hang at the pattern of an input",
    rationale: """
      A browser tries every way in which a pattern can read a value before it says that the value does
      not fit. `^([a-z0-9]+[-.]?)+$` reads `aaaa` in eight ways, and twice as many for each letter
      more: at thirty letters and a wrong one the tab of the reader is dead. A repetition inside a
      repetition needs something between two rounds that it cannot read itself, as in
      `^[a-z0-9]+([-.][a-z0-9]+)*$`.
      """,
    passing: [
      Rule.Example(
        #"""
        ---
        inputs:
          a: {pattern: '^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$'}
          b: {pattern: '^([a-z]+-)*[a-z]+$'}
          c: {pattern: '^([0-9]{1,3}\.){3}[0-9]{1,3}$'}
          d: {pattern: '^[a-z0-9]+([-.][a-z0-9]+)*$'}
          e: {pattern: '^([0-9a-f]{4}-?){3}(foo|bar)*$'}
        ---
        """#)
    ],
    failing: [
      Rule.Example(
        #"""
        ---
        inputs:
          a: {pattern: ▸'^([a-z0-9]+[-.]?)+$'}
          b: {pattern: ▸'^(a|[a-f])*$'}
          c: {pattern: ▸'^(a?b?)*$'}
          d: {pattern: ▸'^([a-z]{1,63}\.?){1,10}$'}
          e: {pattern: ▸'^[a-z]*[a-z0-9]*[a-z.]*[a-z-]*$'}
        ---
        """#)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for input in context.draft.metadata.inputs {
      guard let field = input.pattern, let growth = PatternAmbiguity.growth(of: field.value) else {
        continue
      }
      let cost: String
      switch growth {
      case .exponential: cost = "each further character doubles the time"
      case .power(let power) where power > 2:
        cost = "its time grows with power \(power + 1) of the length"
      case .power: continue
      }
      diagnostics.append(
        context.finding(
          rule, at: field.range,
          "a value that does not match the pattern of `\(input.name.value)` hangs the browser: \(cost)",
          explanation: "Let each repetition begin with a character that the one before it cannot "
            + "read, as in `^[a-z0-9]+([-.][a-z0-9]+)*$`."))
    }
  }
}
