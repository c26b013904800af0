import RunbookCommands
import RunbookModel

enum SudoRedirection {
  static let rule = Rule(
    "sudo-redirection", .warning, "`sudo` does not apply to a redirection",
    rationale: """
      The shell opens the file before it starts `sudo`, and with the rights of whoever typed the command:
      `sudo echo x >> /etc/hosts` ends with “permission denied” (ShellCheck, SC2024).
      """,
    passing: [
      Rule.Example(
        "```bash\necho x | sudo tee -a /etc/hosts\nsudo dmesg > dmesg.txt\nsudo ls > /dev/null 2> /tmp/x\n```"
      ),
      Rule.Example("```bash\nsudo sh -c 'echo x >> /etc/hosts'\n```"),
    ],
    failing: [Rule.Example("```bash\nsudo echo x ▸>> /etc/hosts\n```")],
    check: .page(check))

  /// Folders in which only root may write (hier(7)).
  private static let ofRoot = ["boot", "etc", "lib", "opt", "proc", "sbin", "sys", "usr", "var"]

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for command in context.commands where command.command.name == "sudo" {
      for redirection in command.command.redirections
      where [.write, .append, .overwrite].contains(redirection.operator) {
        guard let path = redirection.target.literal, path != "/var/tmp",
          !path.hasPrefix("/var/tmp/"),
          ofRoot.contains(where: { path.hasPrefix("/\($0)/") })
        else { continue }
        diagnostics.append(
          context.finding(
            rule, at: redirection.range,
            "`sudo` does not apply to the redirection: your own user opens `\(path)`",
            explanation: redirection.operator == .append
              ? "Write `… | sudo tee -a \(path)`." : "Write `… | sudo tee \(path) > /dev/null`."))
      }
    }
  }
}
