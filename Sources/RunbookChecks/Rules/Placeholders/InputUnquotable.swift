import RunbookCommands
import RunbookModel

enum InputUnquotable {
  static let rule = Rule(
    "input-unquotable", .warning, "a free-text input stands where no quoting holds",
    rationale: """
      The wiki quotes a value for every shell that reads it. In arithmetic, in `${…}`, as the name of
      a variable or a program, and in program text of another language there is no quoting that holds:
      `a[$(reboot)]` reboots the machine in `$(( <n> * 2 ))`. The wiki fills in only what is harmless
      there and refuses everything else. Say with a `pattern`, a `type` or `choices` what the value may
      be, or set a variable and use that: `unit=<unit>`, then `"$unit"`. Each name is reported once.
      """,
    passing: [
      Rule.Example(
        """
        ---
        inputs: {n: {type: integer}, unit: {type: string}, m: {pattern: "^[0-9]{1,3}$"}}
        ---
        ```bash
        echo $(( <n> * 2 + <m> ))
        ssh host "sudo systemctl restart <unit>"
        unit=<unit>
        echo "$unit"
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ---
        inputs: {n: {type: string}, u: {}, v: {}, w: {}, x: {}, y: {}}
        ---
        ```bash
        echo $(( ▸<n> * 2 ))
        echo "${HOME:-▸<u>}"
        awk '{ system("reboot ▸<v>") }' hosts
        unset ▸<w>
        ssh host "echo $HOME ▸<x>"
        count=▸<y>
        echo $(( count + 1 ))
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let free = Set(
      context.draft.metadata.inputs.filter { !$0.isLimited }.map(\.name.value))
    guard !free.isEmpty else { return }
    var bindings = CommandBindings(context.config.programs)
    let references = context.facts.quickReferenceCommands.map(\.script).filter { script in
      script.placeholderNames.contains(where: free.contains)
    }.flatMap { ValuePlaces.find(in: [$0], &bindings) }
    var seen: Set<String> = []
    for place in context.draft.blocks.flatMap(\.values) + references {
      guard let reason = place.limit?.reason, reason.isCertain, free.contains(place.name),
        seen.insert(place.name).inserted
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: place.range, "no quoting holds for `<\(place.name)>` here: \(reason.text)",
          explanation: "Give the input `\(place.name)` a `pattern`, a `type` or `choices` that let "
            + "only harmless values pass, or set a variable and use it in quotes. Until then the "
            + "wiki fills in only harmless values here."))
    }
  }
}
