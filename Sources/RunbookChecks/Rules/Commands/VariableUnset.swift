import RunbookCommands
import RunbookModel

enum VariableUnset {
  static let rule = Rule(
    "variable-unset", .warning, "a command uses a variable that the page has not set",
    rationale: """
      An unset variable is replaced by nothing: `rm -rf "$DIR/"` then deletes everything, and
      `kubectl -n $NS get pods` looks elsewhere. Set it in a step, or use a placeholder that is
      declared as an input. Names that every shell has, such as `HOME`, and `AWS_…` are fine. Each
      name is reported once. It is a warning where the page sets the variable too late, sets one of
      nearly that name, or asks for the value as an input; else the reader may have it from elsewhere.
      """,
    passing: [
      Rule.Example(
        """
        Set `REGION=eu-central-1` first.

        ```bash
        NODE=$(kubectl get node | head -1)
        export ZONE=a; read -r -p "Pod: " POD
        show() { echo "$LATER"; }
        LATER=a; show; [ -n "${MAYBE:-}" ] && echo "$MAYBE"
        echo "$NODE $ZONE $POD $HOME ${SIZE:-3} $REGION $AWS_PROFILE"
        for item in a b; do echo "$item"; done
        awk '{print $NF, $field}' x
        ```
        ```bash
        source settings.sh
        echo "$FROM_SETTINGS"
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        inputs: {namespace: {type: k8s-name}}
        ---
        ```bash
        kubectl -n "▸$NAMESPACE" get pod ▸${POD}
        LATER=$(pwd)/▸$LATER
        POD=a
        kubectl logs "$POD" > ▸$FILE
        ```
        ```console
        $ echo "$NAMESPACE $LATER"
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let events = context.facts.variables
    guard !events.uses.isEmpty else { return }
    let later = events.first
    var first = VariableMentions.assignments(context)
    for (name, assignment) in later {
      first[name] = min(first[name] ?? .max, assignment.offset)
    }
    let inputs = Dictionary(
      context.draft.metadata.inputs.map { (ValueName.key($0.name.value), $0.name.value) },
      uniquingKeysWith: { first, _ in first })
    // Who asks whether a variable is set knows that it may not be.
    var seen = Set(events.uses.filter(\.isGuarded).map(\.name))
    // What another shell is to set is another finding.
    let early = Set(VariableExpandedEarly.places(context).map(\.piece.range))
    for use in events.uses where !EnvironmentVariables.contains(use.name) {
      guard use.range.lowerBound < events.unknown ?? .max,
        !early.contains(use.range),
        first[use.name].map({ !use.isDeferred && $0 > use.range.lowerBound }) ?? true,
        seen.insert(use.name).inserted
      else { continue }
      diagnostics.append(
        finding(use, later[use.name], inputs[ValueName.key(use.name)], context))
    }
  }

  private static func finding(
    _ use: VariableEvents.Use, _ later: VariableEvents.Assignment?, _ input: String?,
    _ context: PageContext
  ) -> Diagnostic {
    let near = NearestName.suggestion(
      for: use.name,
      among: context.facts.variables.assignments.map(\.name).filter { $0 != use.name })
    let advice =
      input.map { "The page asks for this value as `<\($0)>`: use that." }
      ?? near.map { "Did you mean `\($0)`?" }
      ?? "Set it in a step before, or use a placeholder that is declared under `inputs`."
    return context.finding(
      rule, at: use.range,
      "`\(use.name)` is not set on this page" + (later == nil ? "" : " before it is used"),
      explanation: "A shell puts nothing in its place. " + advice,
      notes: later.map { [.init("it is set here", at: context.range($0.range))] } ?? [],
      severity: later == nil && near == nil && input == nil ? .info : nil)
  }
}
