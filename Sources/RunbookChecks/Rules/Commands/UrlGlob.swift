import RunbookCommands
import RunbookModel

enum UrlGlob {
  static let rule = Rule(
    "url-glob", .info, "an address with a `?` is not quoted",
    rationale: """
      To a shell `?` is a pattern. bash passes the address on when no file fits it; zsh, the shell of
      macOS, ends the command with “no matches found”.
      """,
    passing: [
      Rule.Example("```bash\ncurl 'https://a.example/x?a=1' https://a.example/\n```")
    ],
    failing: [Rule.Example("```bash\ncurl ▸https://a.example/x?a=1\n```")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.facts.simpleCommands {
      for word in command.arguments where !word.isQuoted {
        guard let text = word.literal, text.holds(UInt8(ascii: "?")), text.contains("://")
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: word.range, "zsh takes the `?` in this address for a pattern",
            explanation: "Quote it: `'\(text)'`."))
      }
    }
  }
}
