import RunbookCommands
import RunbookModel

enum PipeToShell {
  static let rule = Rule(
    "pipe-to-shell", .warning, "a downloaded script is run as root, unseen",
    rationale: """
      `curl … | sudo bash` runs whatever the other side sends today, as root, and also the first half of a
      script whose download broke off. Download it, look at it or compare its checksum, then run it.
      """,
    passing: [
      Rule.Example(
        "```bash\ncurl -o a.sh https://a.example/a.sh\nsudo bash a.sh\ncurl -s https://a.example | sudo tee /etc/a\ncurl -s https://a.example | sh\n```"
      )
    ],
    failing: [
      Rule.Example("```bash\ncurl -sSL https://a.example/a.sh | ▸sudo -E bash -s -- x\n```")
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.shellBlocks {
      for pipeline in block.scripts.flatMap(\.statementLists).joined().flatMap(\.pipelines)
      where pipeline.commands.count > 1 {
        let commands = pipeline.commands.compactMap { command -> SimpleCommand? in
          if case .simple(let simple) = command { simple } else { nil }
        }
        guard let first = commands.first, ["curl", "wget"].contains(first.name?.literal ?? ""),
          let last = commands.dropFirst().last, last.name?.literal == "sudo", runsShell(last)
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: last.range,
            "this runs what `\(first.name?.literal ?? "")` downloads, as root and unseen",
            explanation: "Download the script, look at it or compare its checksum, then run it."))
      }
    }
  }

  /// `sudo bash`, `sudo -E bash -s`, but not `sudo bash script.sh`.
  private static func runsShell(_ command: SimpleCommand) -> Bool {
    let words = command.words.dropFirst().map { $0.literal ?? "" }
    guard let index = words.firstIndex(where: { !$0.hasPrefix("-") }),
      ShellName.all.contains(words[index])
    else { return false }
    let next = words[(index + 1)...].first
    return next == nil || next?.hasPrefix("-") == true
  }
}
