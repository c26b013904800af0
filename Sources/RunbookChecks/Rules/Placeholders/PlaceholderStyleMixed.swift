import RunbookCommands
import RunbookModel

enum PlaceholderStyleMixed {
  static let rule = Rule(
    "placeholder-style-mixed", .info, "a page writes its placeholders in more than one way",
    rationale: """
      Where `<name>` is to be filled in, a reader takes `[NAME]` or `YOUR_NAME` beside it for
      something that has to stay. Write `<name>`: only that is declared, checked and filled in. The
      first of each rarer way is reported.
      """,
    strict: .warning,
    passing: [
      Rule.Example("```bash\nkubectl logs <pod> -c <container>\nmktemp /tmp/log.XXXXXX\n```"),
      Rule.Example("```bash\nkubectl logs [POD_NAME]\nls [A-Z] | grep '<none>'\n```"),
    ],
    failing: [
      Rule.Example(
        """
        ```bash
        kubectl logs ▸[POD_NAME] -c <container>
        kubectl logs [POD_NAME] -n <namespace> --context ▸YOUR_CLUSTER
        kubectl get pod <pod>
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var byNotation: [PlaceholderNotation: [PlaceholderNotation.Finding]] = [:]
    for finding in findings(context) { byNotation[finding.notation, default: []].append(finding) }
    let ranked = byNotation.sorted {
      ($1.value.count, $0.value[0].range.lowerBound) < (
        $0.value.count, $1.value[0].range.lowerBound
      )
    }
    guard let usual = ranked.first?.value[0] else { return }
    for (_, rarer) in ranked.dropFirst() {
      let first = rarer[0]
      diagnostics.append(
        context.finding(
          rule, at: first.range,
          "`\(text(first, context))` is written otherwise than `\(text(usual, context))`",
          explanation: "Write every placeholder of the page as `<name>`.",
          notes: [.init("most are written like this one", at: context.range(usual.range))]))
    }
  }

  private static func text(_ finding: PlaceholderNotation.Finding, _ context: PageContext) -> String
  {
    context.file.text(finding.range)
  }

  /// In the order of the page.
  private static func findings(_ context: PageContext) -> [PlaceholderNotation.Finding] {
    var found: [PlaceholderNotation.Finding] = []
    func add(_ script: ShellScript) {
      for command in script.simpleCommands where command.name?.literal != "mktemp" {
        found += PlaceholderNotation.find(in: command)
      }
    }
    // What a console shows without a prompt may be output, where `xxx` hides a value.
    for block in context.shellBlocks where block.kind != .unprompted { block.scripts.forEach(add) }
    for row in context.quickReferenceRows {
      for command in row.commands { add(command.script) }
    }
    return found.filter { finding in
      switch finding.notation {
      case .angle: !ShellPlaceholders.printed.contains(finding.name)
      // `[A-Z]`
      case .bracket: !(finding.name.utf8.count == 3 && finding.name.contains("-"))
      case .mustache, .yours, .crosses: true
      }
    }.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
