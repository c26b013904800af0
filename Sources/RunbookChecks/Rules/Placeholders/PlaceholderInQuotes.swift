import RunbookCommands
import RunbookModel

enum PlaceholderInQuotes {
  static let rule = Rule(
    "placeholder-in-quotes", .info,
    "in quotes a placeholder that nobody fills in is passed on as it is",
    rationale: """
      `NODE="<node>"` runs without complaint and sets the variable to the literal text. The commands
      that follow then fail in places that do not say why. Declare the input, so that the wiki asks
      for the value. Each name is reported once.
      """,
    strict: .warning,
    passing: [
      Rule.Example(
        """
        ---
        inputs: {node: {type: k8s-name}}
        ---
        ```bash
        NODE="<node>"
        kubectl drain <other>
        kubectl get svc | grep '<none>'
        ```
        """)
    ],
    failing: [
      Rule.Example(
        """
        ```bash
        NODE="▸<node>"
        echo '▸<zone>' "<node>"
        cat <<EOF
        id: ▸<id>
        EOF
        ```
        """)
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    var seen: Set<String> = []
    for found in context.facts.undeclaredPlaceholders
    where found.piece.quoting != .none && seen.insert(found.name).inserted {
      let place = found.piece.quoting == .heredoc ? "a here-document" : "quotes"
      diagnostics.append(
        context.finding(
          rule, at: found.piece.range,
          "in \(place) the shell passes `<\(found.name)>` on as it is, without an error",
          explanation: "Declare `\(found.name)` under `inputs`: the wiki then asks for the value "
            + "and puts it here."))
    }
  }
}
