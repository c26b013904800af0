import RunbookCommands
import RunbookModel

enum SudoBuiltin {
  static let rule = Rule(
    "sudo-builtin", .error, "`sudo` is given a word that only the shell knows",
    rationale: """
      `sudo` starts programs. `cd`, `source` or `export` are none: they change the shell that reads
      them, so that `sudo cd` ends with “command not found” (ShellCheck, SC2232).
      """,
    passing: [
      Rule.Example("```bash\nsudo -i\ncd /root\nsudo sh -c 'cd /root && ls'\nsudo echo a\n```")
    ],
    failing: [
      Rule.Example("```bash\nsudo ▸cd /var/log\n```"),
      Rule.Example("```bash\nsudo -u postgres ▸source env.sh\nsudo ▸export A=b\n```"),
    ],
    check: .page(check))

  /// Without those of which a program with the same name exists, too: `test`, `echo`, `kill`.
  private static let names: Set = [
    "cd", "source", ".", "export", "unset", "alias", "unalias", "pushd", "popd", "declare", "local",
    "readonly", "shopt", "history", "ulimit", "set", "eval", "exec",
  ]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.commands where command.outer.last == "sudo" {
      guard let name = command.command.words.first, let text = name.literal, names.contains(text)
      else { continue }
      diagnostics.append(
        context.finding(
          rule, at: name.range, "`sudo \(text)` does not work: `\(text)` is part of the shell",
          explanation: text == "cd"
            ? "Start a shell with `sudo -i`, or give the folder to the command that needs it."
            : "Write `sudo sh -c '\(text) …'` with what needs it in the same quotes."))
    }
  }
}
