import RunbookCommands
import RunbookModel

enum TerminalClosed {
  static let rule = Rule(
    "terminal-closed", .warning, "pasted into a terminal, `set -e` closes it at the first failure",
    rationale: """
      `set -e` ends the shell as soon as a command fails. In a script that is wanted. In a terminal the
      shell is the reader's own: the window, and what it said about the failure, is gone.
      """,
    passing: [
      Rule.Example("```bash\n#!/bin/bash\nset -e\nls\n```"),
      Rule.Example("```bash title=\"x.sh\"\nset -euo pipefail\nls\n```"),
      Rule.Example("```bash\n(set -e; ls; df)\nset +e\nset -x\ncat > x.sh <<'E'\nset -e\nE\n```"),
    ],
    failing: [
      Rule.Example("```bash\n▸set -euo pipefail\nsystemctl stop a\nsystemctl start a\n```"),
      Rule.Example("```bash\n▸set -o errexit; ls\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.shellBlocks {
      let statements = block.scripts.flatMap(\.statements)
      guard statements.count > 1,
        let found = statements.lazy.flatMap(\.pipelines).compactMap(exits).first, !isFile(block)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: found.range,
          "pasted into a terminal, `\(found.words.map(\.display).joined(separator: " "))` closes it at"
            + " the first command that fails",
          explanation:
            "Remove it, or put the commands into `( … )` or a script with `#!` at its start."))
    }
  }

  /// A block that its first line or its title calls a script.
  private static func isFile(_ block: CommandBlock) -> Bool {
    let info = block.code.fence?.info.text ?? ""
    return block.code.text.hasPrefix("#!") || info.contains("title") || info.contains("file")
      || info.contains(".sh")
  }

  private static func exits(_ pipeline: Pipeline) -> SimpleCommand? {
    guard pipeline.commands.count == 1, case .simple(let command) = pipeline.commands[0],
      command.name?.literal == "set"
    else { return nil }
    let words = command.arguments.map { $0.literal ?? "" }
    let isShort = words.contains { $0.hasPrefix("-") && !$0.hasPrefix("--") && $0.contains("e") }
    let isLong = zip(words, words.dropFirst()).contains {
      $0.hasPrefix("-") && $0.hasSuffix("o") && $1 == "errexit"
    }
    return isShort || isLong ? command : nil
  }
}
