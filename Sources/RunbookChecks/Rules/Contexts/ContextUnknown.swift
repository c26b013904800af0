import RunbookModel

enum ContextUnknown {
  private static let config = (
    path: "runbookgen.yml", text: "contexts:\n  host: {title: Host}\n  admin: {title: Admin}\n"
  )

  static let rule = Rule(
    "context-unknown", .error, "a context is named that the configuration does not declare",
    rationale: """
      A context says where commands run and which programs are there. A name that is not declared
      says nothing, and switches off every check that needs to know the place.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          "---\ncontext: host\n---\n\n```bash {in=admin}\nls\n```\n\n```text in the open\nx\n```"
        ), config,
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          context: ▸hots
          tables: [{under: quick, schema: quick-reference, context: Where}]
          ---
          # Quick

          | Task | Command | Where |
          |------|---------|-------|
          | Look | `ls`    | ▸node |
          | Look | `ls`    | admin |

          ```bash {in=▸amdin}
          ls
          ```
          """
        ), config,
      ]),
      Rule.Example("```bash {in=▸host}\nls\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for name in names(context) where context.config.context(name.value) == nil {
      diagnostics.append(finding(name, context))
    }
  }

  /// Every context that the page names, with its place.
  private static func names(_ context: PageContext) -> [Field<String>] {
    var names = [context.draft.metadata.context].compactMap(\.self)
    for block in context.outline.codeBlocks {
      guard let name = block.value.attribute("in")?.value else { continue }
      names.append(Field(name.text, at: context.range(name.range)))
    }
    for table in context.draft.tables {
      guard case .quickReference(let reference) = table.content else { continue }
      names += reference.rows.compactMap(\.context)
    }
    return names.filter { !$0.value.isEmpty }
  }

  private static func finding(_ name: Field<String>, _ context: PageContext) -> Diagnostic {
    let known = context.config.contexts.map(\.id.value)
    guard !known.isEmpty else {
      return context.finding(
        rule, at: name.range, "there is no context `\(name.value)`: no contexts are declared",
        explanation: "Declare it under `contexts` in `runbookgen.yml`.")
    }
    let near = NearestName.suggestion(for: name.value, among: known)
    // In quotes or in a code span the name is not all that stands there.
    let isPlain =
      name.range.file == context.file.path && context.file.text(name.range.bytes) == name.value
    let fix = near.map {
      Diagnostic.Fix(
        "Write `\($0)`", edits: isPlain ? [.init(name.range.bytes, with: $0)] : [])
    }
    return context.finding(
      rule, at: name.range,
      "there is no context `\(name.value)`" + (near.map { "; did you mean `\($0)`?" } ?? ""),
      explanation: "Declared are " + known.map { "`\($0)`" }.joined(separator: ", ") + ".",
      fixes: [fix].compactMap(\.self))
  }
}
