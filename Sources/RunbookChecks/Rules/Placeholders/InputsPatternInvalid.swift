import RunbookModel

enum InputsPatternInvalid {
  static let rule = Rule(
    "inputs-pattern-invalid", .error, "the pattern of an input is no regular expression",
    rationale: """
      A pattern holds the value that a reader types against the values that can be right. One that
      cannot be read checks nothing.
      """,
    passing: [
      Rule.Example(
        """
        ---
        inputs:
          a: {pattern: "^[a-z0-9.-]{1,63}$"}
          b: {pattern: "^(?=x)(?<name>y)\\\\p{L}$"}
        ---
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        inputs:
          a: {pattern: ▸"^(a|b$"}
          b: {pattern: ▸"^[a-z$"}
          c: {pattern: ▸"*"}
          d: {pattern: ▸"a{3,1}"}
          e: {pattern: ▸"[z-a]"}
        ---
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for input in context.draft.metadata.inputs {
      guard let field = input.pattern else { continue }
      do throws(Pattern.Problem) {
        _ = try Pattern.compiled(field.value)
      } catch {
        guard case .invalid(let why) = error else { continue }
        diagnostics.append(
          context.finding(
            rule, at: field.range,
            "the pattern of `\(input.name.value)` is no regular expression: \(why)",
            explanation: "A character that means itself gets a backslash in front."))
      }
    }
  }
}
