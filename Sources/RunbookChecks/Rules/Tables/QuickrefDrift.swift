import RunbookCommands
import RunbookModel

enum QuickrefDrift {
  private static let top = """
    ---
    tables: [{under: quick, schema: quick-reference, context: Where}]
    ---
    ```bash {in=host}
    journalctl -u <unit> -n 100
    ls /var/log | sort
    ```

    # Quick

    | Task | Command | Where |
    |------|---------|-------|

    """
  private static let config = (
    path: "runbookgen.yml", text: "contexts:\n  host: {title: Host}\n  admin: {title: Admin}\n"
  )

  static let rule = Rule(
    "quickref-drift", .error, "a quick reference has a command that no step runs, or not there",
    rationale: """
      A quick reference repeats the commands of the steps. When a step changes and the table does
      not, the table is wrong, and it is the part that is read under pressure. A placeholder stands
      for any text: `-u kubelet` agrees with `-u <unit>`. Give the step's fence `quickref=` to have
      the row made.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          top + "| Logs | `journalctl -u kubelet -n 100` | host |\n"
            + "| Look | `ls /var/log \\| sort` | host |"
        ), config,
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          top + "| Logs | `▸journalctl -u kubelet -n 50` | host |\n"
            + "| Look | `▸ls /var/log \\| sort` | admin |"
        ), config,
      ]),
      Rule.Example(
        "---\ntables: [{under: quick, schema: quick-reference}]\n---\n# Quick\n\n"
          + "| Task | Command |\n|-|-|\n| Space | `▸df -h` |"),
    ],
    check: .site(check))

  private static func check(
    _ context: PageContext, _ needs: inout PageNeeds, _ diagnostics: inout [Diagnostic]
  ) {
    for table in context.draft.tables {
      guard case .quickReference(let reference) = table.content else { continue }
      for row in reference.rows {
        for command in row.commands
        where command.script.errors.isEmpty && !command.script.statements.isEmpty {
          guard !isRun(command, at: row.context, by: context.ownSteps) else { continue }
          guard let steps = context.site.contents?.steps else {
            needs.steps.insert(command.script.firstProgram)
            continue
          }
          diagnostics += [finding(command, row.context, steps, context)].compactMap(\.self)
        }
      }
    }
  }

  /// Whether a step of the page runs the command where the row says.
  private static func isRun(
    _ command: QuickReferenceTable.Command, at place: Field<String>?, by steps: StepIndex
  ) -> Bool {
    var isRun = false
    steps.visit(command) { step, _ in
      isRun = place == nil || step.context == nil || step.context == place?.value
      return !isRun
    }
    return isRun
  }

  private static func finding(
    _ command: QuickReferenceTable.Command, _ place: Field<String>?, _ steps: StepIndex,
    _ context: PageContext
  ) -> Diagnostic? {
    var found: (step: StepIndex.Step, range: SourceRange)?
    steps.visit(command) { step, range in
      found = (step, range)
      return false
    }
    guard let first = found else { return drifted(command, steps, context) }
    // A name that is not declared is the finding of another rule.
    guard let place, context.config.context(place.value) != nil,
      !isRun(command, at: place, by: steps), let other = first.step.context
    else { return nil }
    return context.finding(
      rule, at: command.range,
      "`\(command.text)` runs in `\(other)`, and the row says `\(place.value)`",
      explanation: "No step runs it in `\(place.value)`. Correct the row, or the step's `in=`.",
      notes: [
        .init("the row's context", at: place.range),
        .init("the step runs it here", at: context.here(first.range)),
      ])
  }

  private static func drifted(
    _ command: QuickReferenceTable.Command, _ steps: StepIndex, _ context: PageContext
  ) -> Diagnostic {
    let nearest = steps.nearest(to: command).map(context.here)
    var explanation = "Correct the row, or add the step that it stands for."
    if let nearest {
      let text = nearest.file == context.file.path ? context.file.text(nearest.bytes) : "\n"
      let what = text.contains("\n") ? "in `\(nearest.file)`" : "`\(text)`"
      explanation = "The step that comes closest is \(what). " + explanation
    }
    return context.finding(
      rule, at: command.range, "no step runs `\(command.text)`", explanation: explanation,
      notes: nearest.map { [.init("the closest step", at: $0)] } ?? [])
  }
}
