import RunbookCommands
import RunbookModel

enum QuickrefContextUnclear {
  private static let config = (
    path: "runbookgen.yml", text: "contexts:\n  host: {title: Host}\n  admin: {title: Admin}\n"
  )
  private static let steps = """
    ```bash {in=host}
    df -h
    ls
    ```
    ```bash {in=admin}
    df -h
    ```

    # Quick


    """

  static let rule = Rule(
    "quickref-context-unclear", .info,
    "a quick reference has a command that steps run in several contexts, and does not say where",
    rationale: """
      The same command shows different things in different places: `journalctl` in a container speaks
      of the container. Give the table a column for the context, and fill it in.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          "---\ntables: [{under: quick, schema: quick-reference, context: Where}]\n---\n" + steps
            + "| Task | Command | Where |\n|-|-|-|\n| Space | `df -h` | host |\n| Look | `ls` | |"
        ), config,
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          "---\ntables: [{under: quick, schema: quick-reference}]\n---\n" + steps
            + "| Task | Command |\n|-|-|\n| Space | `▸df -h` |\n| Look | `ls` |"
        ), config,
      ])
    ],
    check: .site(check))

  private static func check(
    _ context: PageContext, _ needs: inout PageNeeds, _ diagnostics: inout [Diagnostic]
  ) {
    guard !context.config.contexts.isEmpty else { return }
    for row in context.quickReferenceRows where row.context?.value.isEmpty ?? true {
      for command in row.commands
      where command.script.errors.isEmpty && !command.script.statements.isEmpty {
        // A table sums up its own page; other pages count for what that page does not run.
        var found = places(of: command, in: context.ownSteps)
        if found == nil {
          guard let steps = context.site.contents?.steps else {
            needs.steps.insert(command.script.firstProgram)
            continue
          }
          found = places(of: command, in: steps)
        }
        guard let ranges = found, ranges.count > 1 else { continue }
        let places = ranges.keys.sorted()
        let notes = places.compactMap { place in
          ranges[place].map { Diagnostic.Note("a step runs it in `\(place)`", at: $0) }
        }
        diagnostics.append(
          context.finding(
            rule, at: command.range, "the row does not say where `\(command.text)` runs",
            explanation: "Steps run it in \(places.map { "`\($0)`" }.joined(separator: " and ")).",
            notes: notes))
      }
    }
  }

  /// The contexts in which steps run a command, each with the first place that does; nil if none
  /// runs it at all.
  private static func places(
    of command: QuickReferenceTable.Command, in steps: StepIndex
  ) -> [String: SourceRange]? {
    var found: [String: SourceRange]?
    steps.visit(command) { step, range in
      var places = found ?? [:]
      if let context = step.context, places[context] == nil { places[context] = range }
      found = places
      return places.count < steps.contexts.count
    }
    return found
  }
}
