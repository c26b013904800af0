import RunbookCommands
import RunbookModel

enum ContextContradiction {
  private static let config = (
    path: "runbookgen.yml",
    text: """
    contexts:
      workstation: {title: Workstation}
      jump: {entered_by: {from: workstation, command: ssh <host>}}
      node: {entered_by: {from: jump, command: ssh <host>}}
      host: {entered_by: {from: node, command: sheltie}}
    """
  )

  static let rule = Rule(
    "context-contradiction", .warning, "a command is said to run in the context that it opens",
    rationale: """
      The command that opens a place runs before one is there. A quick reference “inside the host
      shell” that lists the way into the host shell sends its reader in a circle.
      """,
    passing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          context: workstation
          ---
          ```bash
          ssh jump.example.com
          ```
          ```bash {in=jump}
          ssh <node>
          ```
          ```bash {in=node}
          sheltie
          ```
          """
        ), config,
      ])
    ],
    failing: [
      Rule.Example(files: [
        (
          "content/page.md",
          """
          ---
          tables: [{under: quick, schema: quick-reference, context: Where}]
          ---
          ```bash {in=host}
          ▸sheltie
          ```

          # Quick

          | Task | Command | Where |
          |------|---------|-------|
          | Enter the host | `▸sheltie` | host |
          | Enter the host | `sheltie` | node |
          """
        ), config,
      ])
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks {
      for command in block.commands {
        guard let entry = contradicted(command, context.config) else { continue }
        diagnostics.append(finding(command, entry, [], nil, context))
      }
    }
    for row in context.quickReferenceRows {
      for command in context.placedCommands(of: row) {
        guard let entry = contradicted(command, context.config), let place = row.context else {
          continue
        }
        let isPlain = context.file.text(place.range.bytes) == place.value
        diagnostics.append(
          finding(
            command, entry, [.init("the row's context", at: place.range)],
            isPlain && row.commands.count == 1 ? place.range.bytes : nil, context))
      }
    }
  }

  /// How the context in which a command runs is entered, if this command is the way.
  private static func contradicted(_ command: BoundCommand, _ config: SiteConfig)
    -> ContextDeclaration.Entry?
  {
    guard let place = command.context.flatMap(config.context), let entry = place.enteredBy,
      !entry.words.isEmpty, entry.words.count <= command.words.count,
      // `ssh <host>` may also lead on to the next machine.
      config.context(enteredBy: command.words, from: place.id.value) == nil
    else { return nil }
    let isWay = zip(entry.words, command.words).allSatisfy { $0.unifies(with: WordPattern($1)) }
    return isWay ? entry : nil
  }

  private static func finding(
    _ command: BoundCommand, _ entry: ContextDeclaration.Entry, _ notes: [Diagnostic.Note],
    _ cell: ByteRange?, _ context: PageContext
  ) -> Diagnostic {
    let from = entry.from.value
    let fix = cell.map { Diagnostic.Fix("Write `\(from)`", edits: [.init($0, with: from)]) }
    return context.finding(
      rule, at: command.words.first?.range ?? command.range,
      "`\(entry.command?.value ?? "")` opens the context `\(command.context ?? "")` and does not "
        + "run in it",
      explanation: "It runs in `\(from)`.", notes: notes, fixes: [fix].compactMap(\.self))
  }
}
