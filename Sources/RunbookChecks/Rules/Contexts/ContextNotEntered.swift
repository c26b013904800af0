import RunbookCommands
import RunbookModel

enum ContextNotEntered {
  private static let config = (
    path: "runbookgen.yml",
    text: """
    contexts:
      workstation: {title: Workstation}
      control: {entered_by: {from: workstation, command: aws ssm start-session}}
      admin: {entered_by: {from: control, command: enter-admin-container}}
      host: {entered_by: {from: admin, command: sheltie}}
    """
  )

  static let rule = Rule(
    "context-not-entered", .error, "steps run in a context that no step before them enters",
    rationale: """
      Who follows the steps in order ends in a place where the next command does not work. A context
      with `entered_by` is open once a command of the page has entered it, or a page that is named
      under `prerequisites` has. The page's own `context` is open from the start.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ```bash {in=workstation}
          aws ssm start-session --target <id>
          ```
          ```bash {in=control}
          enter-admin-container
          ```
          ```bash {in=admin}
          sheltie
          ```
          ```bash {in=host}
          df -h
          ```
          ```bash {in=control}
          exit
          ```
          """
        ), config,
      ]),
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          prerequisites: [A laptop, "[the way in](enter.md#in)"]
          ---
          ```bash {in=admin}
          df -h
          ```
          """
        ),
        ("content/enter.md", "---\ncontext: control\n---\n```bash\nenter-admin-container\n```"),
        config,
      ]),
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ```bash {in=workstation}
          aws ssm start-session --target <id>
          ```
          ```bash {in=▸admin}
          sheltie
          ```
          ```bash {in=host}
          df -h
          ```
          ```bash {in=admin}
          df -h
          ```
          """
        ), config,
      ]),
      Rule.Example(files: [
        ("content/page.md", "```bash {in=▸host}\ndf -h\n```\n```bash {in=admin}\nsheltie\n```"),
        config,
      ]),
    ],
    check: .site(check))

  private static func check(
    _ context: PageContext, _ needs: inout PageNeeds, _ diagnostics: inout [Diagnostic]
  ) {
    guard context.config.contexts.contains(where: { $0.enteredBy != nil }) else { return }
    let found = findings(context)
    if context.site.contents == nil, !found.isEmpty,
      PrerequisiteContexts.areAny(of: context.draft.metadata.prerequisites)
    {
      needs.prerequisites = true
    } else {
      diagnostics += found
    }
  }

  private static func findings(_ context: PageContext) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var open = OpenContexts(context.config, page: context.draft.metadata.context?.value)
    let before = context.site.contents?.prerequisites.opened(before: context.draft.path) ?? []
    for id in before { open.open(id) }
    for block in context.draft.blocks where !block.commands.isEmpty {
      if let field = block.context, let place = context.config.context(field.value),
        !open.isOpen(place.id.value)
      {
        found.append(finding(block, place, context))
        open.open(place.id.value)
      }
      for id in block.opens { open.open(id) }
    }
    return found
  }

  private static func finding(
    _ block: CommandBlock, _ place: ContextDeclaration, _ context: PageContext
  ) -> Diagnostic {
    let own = block.code.attribute("in")?.value.range
    let first = block.commands.first?.range ?? block.range
    var explanation = ""
    if let entry = place.enteredBy {
      explanation =
        entry.command.map { "`\($0.value)` in `\(entry.from.value)` enters it. " }
        ?? "It is entered from `\(entry.from.value)`. "
    }
    return context.finding(
      rule, at: own ?? first, "no step before this one enters the context `\(place.id.value)`",
      explanation: explanation
        + "Add that step, or name the page that does it under `prerequisites`.")
  }
}
