import RunbookCommands
import RunbookModel

enum CommandLineBroken {
  static let rule = Rule(
    "command-line-broken", .error, "a command's next line does not belong to it",
    rationale: """
      A backslash joins two lines only if nothing follows it, not even a space. Without it the command
      runs without the options that were meant for it, and the shell takes the first of them for the
      name of a program. A comment between the lines of a command ends it as well. In PowerShell a
      backtick joins lines.
      """,
    passing: [
      Rule.Example(
        "```bash\netcdctl snapshot save /tmp/x.db \\\n  --endpoints 127.0.0.1:2379\n```"),
      Rule.Example("```bash\nkubectl get --help\n  --all-namespaces\n```"),
      Rule.Example("```bash\n--set image.tag=1.2\n```"),
      Rule.Example("```bash\ngit diff\n-old\n--- a\n```"),
      Rule.Example("```bash\ntool run\n--verbose  print more\n```"),
      Rule.Example("```bash\nkubectl get pods\n\n--all-namespaces\n```"),
      Rule.Example("```console\n$ kubectl get pods\n--all-namespaces\n```"),
      Rule.Example("```bash\necho 'a \\ \nb' # \\ \n```"),
      Rule.Example("```bash\n# a \\\n# b\nls \\\n  # -l\n\nls # \\ # x\nls\n```"),
      Rule.Example("```powershell\nNew-Item -Path C:\\x `\n  -ItemType File # ` \n```"),
    ],
    failing: [
      Rule.Example(
        "```bash\netcdctl snapshot save /tmp/x.db\n    ▸--endpoints 127.0.0.1:2379\n    --cert=x.crt\n```"
      ),
      Rule.Example("```bash\nkafka-groups\n ▸--group \\\n payments \\\n --describe\n```"),
      Rule.Example("```bash\nterraform apply\n ▸-target=module.a\n```"),
      Rule.Example("```bash\nkubectl get pods ▸\\ \n  --all-namespaces\n```"),
      Rule.Example("```console\n$ kubectl get pods ▸\\\t\n> --all-namespaces\n```"),
      Rule.Example("```bash\ndocker run -p 80:80 \\\n  ▸# the image\n  nginx\n```"),
      Rule.Example("```bash\ndocker run -p 80:80 \\ ▸# the port\n  nginx\n```"),
      Rule.Example("```powershell\nNew-Item -Path C:\\x ▸` \n  -ItemType Directory\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for backtick in context.draft.blocks.flatMap(\.powerShell).flatMap(\.brokenContinuations) {
      diagnostics.append(blanksBehind(backtick, context))
    }
    for block in context.draft.blocks where block.kind == .script || block.kind == .transcript {
      let blanks = block.scripts.flatMap(\.brokenContinuations)
      let cuts = block.scripts.flatMap(\.cuts)
      let strays = block.kind == .script ? strayOptions(in: block, context.file) : []
      guard !(blanks.isEmpty && strays.isEmpty && cuts.isEmpty), block.foreign == nil
      else { continue }
      diagnostics += cuts.map { cut(by: $0.comment, context) }
      for backslash in blanks { diagnostics.append(blanksBehind(backslash, context)) }
      let told = Set(blanks.map { line(of: $0.lowerBound, context.file) })
      for word in strays where !told.contains(line(of: word.range.lowerBound, context.file) - 1) {
        diagnostics.append(stray(word, context))
      }
    }
  }

  private static func cut(by comment: ByteRange, _ context: PageContext) -> Diagnostic {
    context.finding(
      rule, at: comment, "this comment ends the command, and the next line runs on its own",
      explanation: "Put the comment above the command.")
  }

  private static func blanksBehind(
    _ mark: ByteRange, _ context: PageContext
  ) -> Diagnostic {
    let rest = context.file.bytes[mark.upperBound...]
    let blanks = rest.prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let edit = Diagnostic.Fix.Edit(mark.upperBound..<blanks.endIndex, with: "")
    let name = context.file.bytes[mark].first == UInt8(ascii: "`") ? "backtick" : "backslash"
    return context.finding(
      rule, at: mark, "this \(name) does not join the lines, as spaces follow it",
      explanation: "A shell ends the command here and takes the next line for another one.",
      fixes: [Diagnostic.Fix("Remove the spaces", edits: [edit])])
  }

  private static func stray(_ word: ShellWord, _ context: PageContext) -> Diagnostic {
    context.finding(
      rule, at: word.range,
      "`\(word.display)` is no program; it looks like an option of the line before",
      explanation: "End that line in a backslash, with nothing after it.")
  }

  /// Options where a shell expects the name of a program, right below a command that they may be
  /// meant for: one that is known, or whose author writes commands over several lines. In help texts
  /// and changes of files, lines start like this as well.
  private static func strayOptions(in block: CommandBlock, _ file: SourceFile) -> [ShellWord] {
    block.scripts.flatMap { script in
      zip(script.simpleCommands, script.simpleCommands.dropFirst()).compactMap { before, command in
        guard let word = command.words.first, looksLikeOption(word), !word.isQuoted,
          let program = before.words.first, !looksLikeOption(program), !asksForHelp(before),
          line(of: before.range.upperBound, file) + 1 == line(of: word.range.lowerBound, file),
          isKnown(program, in: block) || goesOn(command, file)
        else { return nil }
        return word
      }
    }
  }

  private static func line(of offset: Int, _ file: SourceFile) -> Int {
    file.lines.line(at: offset)
  }

  /// `--name`, `-n`, `-name=value`.
  private static func looksLikeOption(_ word: ShellWord) -> Bool {
    let text = word.leadingText
    let name = text.utf8.drop { $0 == UInt8(ascii: "-") }
    guard let first = name.first, first.isAlphanumeric, !(0x30...0x39).contains(first) else {
      return false
    }
    switch text.utf8.count - name.count {
    case 1: return name.count == 1 || name.contains(UInt8(ascii: "="))
    case 2: return true
    default: return false
    }
  }

  private static func asksForHelp(_ command: SimpleCommand) -> Bool {
    command.words.contains { ["--help", "-h", "help"].contains($0.literal) }
  }

  private static func isKnown(_ program: ShellWord, in block: CommandBlock) -> Bool {
    block.commands.contains {
      $0.invocation != nil && $0.words.first?.range == program.range
    }
  }

  /// Whether the command has a line that ends in a backslash.
  private static func goesOn(_ command: SimpleCommand, _ file: SourceFile) -> Bool {
    line(of: command.range.lowerBound, file) < line(of: command.range.upperBound, file)
  }
}
