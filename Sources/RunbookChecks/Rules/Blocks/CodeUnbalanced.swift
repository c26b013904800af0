import RunbookCommands
import RunbookModel

enum CodeUnbalanced {
  static let rule = Rule(
    "code-unbalanced", .error, "a shell refuses the commands of a block",
    rationale: """
      A quote, a bracket or a keyword that has no counterpart: pasted, the command fails, or the
      shell waits for the rest and takes the next command for it. Placeholders, prompts and output
      are told apart before. A block that is no shell at all wants another language on its fence.
      Blocks for PowerShell are read as PowerShell reads them: there a backtick escapes, typographic
      quotation marks quote, and `'@` ends a here-string at the start of a line only.
      """,
    passing: [
      Rule.Example(
        """
        ```bash
        kubectl get pods -o jsonpath='{.items[*]}' | grep "<name>"
        for node in $(nodes); do echo "$node"; done
        ```
        """),
      Rule.Example("```console\n$ ls\nit's output (no shell\n```"),
      Rule.Example("```bash\nsum(rate(errors[5m])) by (job)\n```"),
      Rule.Example("```sh\n{\n  \"name\": \"it's data\",\n}\n```"),
      Rule.Example("```bash\nceph status\n  health: HEALTH_WARN (low)\n   3 pool(s) full\n```"),
      Rule.Example("```bash\nkubectl get pods\nNAME   READY   NOTE\npod-1  1/1     it's\n```"),
      Rule.Example("```sh\nmodule \"a\" {\n  tags = merge(x, {\n    b = 1\n  })\n}\n```"),
      Rule.Example("```bash\nWarning  FailedScheduling  2 node(s) didn't match\n```"),
      Rule.Example("```bash\ngo test ./...\n--- PASS: TestList (0.00s)\n```"),
      Rule.Example("```bash\netcdctl member list\n| 0 | started (1) |\n```"),
      Rule.Example("```python\nprint('(')\n```"),
      Rule.Example(
        "```powershell\n$name = \"the group”\nWrite-Host \"$($x.Count) `\"of\"\" 3\" # it's\n```"),
      Rule.Example("```powershell\n$t = @'\nit's {\n'@\nGet-Item <file's name>\n```"),
      Rule.Example("```powershell\nRetrying (total=0): it's broken (\n```"),
    ],
    failing: [
      Rule.Example("```bash\necho ▸\"done\n```"),
      Rule.Example("```bash\ncurl ▸\"https://a.example/x \\\n  -H \"A: b\" \\\n  -d 'c'\n```"),
      Rule.Example("```bash\nmysql -e ▸'show tables\n\n# Next\nmysql -e 'show x'\n```"),
      Rule.Example(
        "```bash\ncurl ▸\"https://a.example/x \\\n  -H \"A: b\" \\\n  -d '{ \"a\": \"b\" }'\n\ncurl -d 'a'\n```"
      ),
      Rule.Example("```bash\ncurl -d '{\n  \"a\": 1\n}'\necho ▸\"done\nls 'a'\n```"),
      Rule.Example("```console\n$ df -h /dev/sdb▸`\nFilesystem\n```"),
      Rule.Example("```bash\nfor i in 1 2; do\n  echo ▸(one)\ndone\n```"),
      Rule.Example("```bash\nls ▸)\nls /tmp || ▸&& ls\n```"),
      Rule.Example("```powershell\nif ($a) ▸{\n  Get-Service -Name 'b'\n```"),
      Rule.Example("```PowerShell\nWrite-Host ▸\"done\nGet-Service\n```"),
      Rule.Example("```pwsh\n$text = @'\nline\n  ▸'@\nSet-Content -Value $text\n```"),
      Rule.Example(
        "```console\nPS C:\\> Get-Item (Join-Path 'C:\\' 'x')▸)\n\nDirectory: it's (\n```"),
    ],
    check: .page(check))

  /// Behind the first errors a block has more that only follow from them.
  private static let maximum = 3

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks {
      for error in block.powerShellErrors(context).prefix(maximum) {
        diagnostics.append(
          context.finding(
            rule, at: error.range, error.message, explanation: error.explanation))
      }
    }
    // Where a console shows no prompt, nobody can tell commands from output.
    for block in context.draft.blocks where block.kind != .unprompted && block.kind != .powerShell {
      var errors = block.scripts.flatMap { independent($0.errors) }
      guard !errors.isEmpty, block.foreign == nil else { continue }
      if block.kind == .script {
        errors.removeAll {
          ForeignText.ofLine(at: $0.range.lowerBound, in: context.file) != nil
        }
      }
      for error in errors.prefix(maximum) {
        let error = placed(error, block, context)
        diagnostics.append(
          context.finding(
            rule, at: error.range, error.message, explanation: explanation(of: error.kind)))
      }
    }
  }

  /// The error at the mark that lacks its second one, where a shell only finds a later one open.
  private static func placed(
    _ error: ShellSyntaxError, _ block: CommandBlock, _ context: PageContext
  ) -> ShellSyntaxError {
    guard case .unterminated(let opening, let closing) = error.kind, opening == closing,
      opening == "\"" || opening == "'",
      let range = RunOnQuote(block.code, context.file.bytes).blamed(
        for: error.range, isAlone: block.kind != .script)
    else { return error }
    let mark = context.file.text(range)
    return ShellSyntaxError(kind: .unterminated(opening: mark, closing: mark), range: range)
  }

  private static let closings: Set = ["do", "done", "elif", "else", "esac", "fi", "then", ")", "}"]

  /// Without closings whose opening another error has taken away, and without a limit of ours.
  private static func independent(_ errors: [ShellSyntaxError]) -> [ShellSyntaxError] {
    errors.enumerated().filter { index, error in
      guard case .unexpected(let token) = error.kind else { return error.kind != .nestingTooDeep }
      return index == 0 || !closings.contains(token)
    }.map(\.element)
  }

  private static func explanation(of kind: ShellSyntaxError.Kind) -> String {
    switch kind {
    case .unterminated(let opening, let closing):
      opening == closing
        ? "A shell reads on for the second ‘\(closing)’ and takes the lines below for text. Close "
          + "it, or remove it if it is left over from editing."
        : "A shell reads on for it, over the lines below. Close it or remove it."
    case .unterminatedHeredoc:
      "A shell takes all that follows for data. The closing word stands alone on its line, without "
        + "spaces around it."
    case .missingKeyword(let keyword, _):
      "A shell waits for ‘\(keyword)’ and runs nothing until it comes."
    case .unexpected:
      "A shell stops here with a syntax error. If this is text or output, the block needs another "
        + "language, or the line a quote."
    case .missingCommand: "A shell waits for the rest or stops with a syntax error."
    case .missingRedirectionTarget:
      "A shell stops here with a syntax error. A placeholder is written `<name>`, without spaces at "
        + "its edges."
    default: "A shell stops here with a syntax error."
    }
  }
}
