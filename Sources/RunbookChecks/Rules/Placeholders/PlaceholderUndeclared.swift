import RunbookCommands
import RunbookModel

enum PlaceholderUndeclared {
  static let rule = Rule(
    "placeholder-undeclared", .error, "a command has a placeholder that the page does not declare",
    rationale: """
      A `<name>` in a command is a value that the reader has to supply. Declared under `inputs` it
      gets a form, a pattern and an example; undeclared it is a riddle, and pasted as it is the shell
      takes it for a redirection. Pages that declare no input are left alone.
      """,
    passing: [
      Rule.Example(
        """
        ---
        inputs:
          node: {type: k8s-name}
        ---
        ```bash
        kubectl drain <node> --timeout="$(limit <node>)"
        cat < in > out # not a <name>
        ```
        """),
      Rule.Example("```bash\nkubectl drain <node>\n```"),
    ],
    failing: [
      Rule.Example(
        """
        ---
        inputs:
          node-name: {type: k8s-name}
        tables: [{under: quick, schema: quick-reference}]
        ---
        ```console
        $ kubectl drain ▸<node_name> --selector "app=▸<app>"
        <output>
        ```

        # Quick

        | Task | Command |
        |------|---------|
        | Logs | `kubectl logs <app> -c ▸<container>` |
        """),
      Rule.Example(
        """
        ---
        inputs: {node: {type: k8s-name}}
        ---
        ```bash
        cat <<EOF | tee ▸<file>
        id: ▸<id>
        EOF
        ```
        """),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let declared = context.draft.metadata.inputs.map(\.name.value)
    // A page that declares nothing was not written with a form in mind.
    guard !declared.isEmpty else { return }
    var seen = Set(declared)
    for (name, range) in placeholders(context)
    where context.file.origins?.answers(for: name, at: range.lowerBound) != true
      && seen.insert(name).inserted
    {
      let known = declared.map { "`<\($0)>`" }.joined(separator: ", ")
      let near = NearestName.suggestion(for: name, among: declared)
      diagnostics.append(
        context.finding(
          rule, at: range,
          "the placeholder `<\(name)>` is not declared"
            + (near.map { "; did you mean `<\($0)>`?" } ?? ""),
          explanation: "Declare it under `inputs` in the front matter. Declared: \(known)."))
    }
  }

  /// The placeholders of a page's commands that it does not declare, each once.
  static func undeclared(_ context: PageContext) -> [String] {
    var seen = Set(context.draft.metadata.inputs.map(\.name.value))
    return placeholders(context).map(\.name).filter { seen.insert($0).inserted }
  }

  /// Every placeholder of the page's commands, in the order of the page.
  private static func placeholders(_ context: PageContext) -> [(name: String, range: ByteRange)] {
    var found: [(name: String, range: ByteRange)] = []
    func add(_ script: ShellScript) {
      for word in script.allWords where word.literal == nil {
        for piece in word.placeholders {
          if case .placeholder(let name) = piece.kind { found.append((name, piece.range)) }
        }
      }
    }
    for block in context.draft.blocks { block.scripts.forEach(add) }
    for command in context.facts.quickReferenceCommands { add(command.script) }
    return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
