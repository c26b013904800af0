import RunbookCommands
import RunbookModel

enum EffectUnknown {
  static let rule = Rule(
    "effect-unknown", .error, "`effect=` of a fence has a value that is no effect",
    rationale: """
      `effect=` says what a block does where its commands do not tell: `read`, `write` or
      `destructive`. The wiki marks the block with it, and asks before a destructive command is
      copied. Any other value is ignored, and with it the warning that the author wanted.
      """,
    passing: [
      Rule.Example("```bash {effect=destructive}\nmigrate --all\n```"),
      Rule.Example("```sql {effect=\"write\"}\nVACUUM;\n```"),
    ],
    failing: [
      Rule.Example("```bash {effect=▸writes}\nmigrate --all\n```"),
      Rule.Example("```sql {effect=▸Destructive}\nTRUNCATE orders;\n```"),
      Rule.Example("```console {▸effect}\n$ migrate\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let known = Effect.allCases.map(\.rawValue)
    for block in context.outline.codeBlocks where block.value.declaredEffect == nil {
      guard let attribute = block.value.attribute("effect") else { continue }
      let value = attribute.value.text
      let near = NearestName.suggestion(for: value.lowercased(), among: known)
      let isPlain = context.file.text(attribute.value.range) == value && !value.isEmpty
      let fix = near.flatMap {
        isPlain
          ? Diagnostic.Fix("Write `\($0)`", edits: [.init(attribute.value.range, with: $0)]) : nil
      }
      diagnostics.append(
        context.finding(
          rule, at: value.isEmpty ? attribute.name.range : attribute.value.range,
          (value.isEmpty ? "`effect` has no value" : "there is no effect `\(value)`")
            + (near.map { "; did you mean `\($0)`?" } ?? ""),
          explanation:
            "It is ignored. Write `effect=read`, `effect=write` or `effect=destructive`.",
          fixes: [fix].compactMap(\.self)))
    }
  }
}
