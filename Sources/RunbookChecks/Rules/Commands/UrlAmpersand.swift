import RunbookCommands
import RunbookModel

enum UrlAmpersand {
  static let rule = Rule(
    "url-ampersand", .error, "an address is cut off at an `&` that is not quoted",
    rationale: """
      To a shell `&` ends the command and sends it to the background. The address is sent without the
      rest of its query, and what follows is taken for a command or an assignment.
      """,
    passing: [
      Rule.Example(
        "```bash\ncurl 'https://a.example/x?a=1&b=2' https://a.example/?a=1 &\nopen https://a.example/?a && ls\n```"
      )
    ],
    failing: [Rule.Example("```bash\ncurl https://a.example/x?user=a▸&project=b\n```")],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let bytes = context.file.bytes
    for block in context.shellBlocks {
      for word in block.scripts.flatMap(\.allWords) where !word.isQuoted {
        let end = word.range.upperBound
        guard end + 1 < bytes.count, bytes[end] == UInt8(ascii: "&"),
          bytes[end + 1].isAlphanumeric,
          case let text = context.file.text(word.range), text.contains("://"), text.contains("?")
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: end..<end + 1,
            "the shell ends the command at this `&` and runs it in the background",
            explanation: "Quote the address: `'\(text)&…'`."))
      }
    }
  }
}
