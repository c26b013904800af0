import RunbookCommands
import RunbookModel

enum CodeUnlabelled {
  static let rule = Rule(
    "code-unlabelled", .info, "a block without a language holds shell commands",
    rationale: """
      Without a label nobody knows that a block holds commands: it is not coloured, its prompts are
      copied along, and its commands are not checked. Label commands `bash`, and what shows prompts
      `console`.
      """,
    passing: [
      Rule.Example("```\nJournal entries\n```\n\n```text\njournalctl -k\n```\n\n    journalctl -k"),
      Rule.Example("```\njournalctl prints (among other things) this\n```"),
      Rule.Example("```\nwatch the pods come up.\n```"),
    ],
    failing: [
      Rule.Example("▸```\n# The kernel\njournalctl -k --no-pager\n```"),
      Rule.Example("▸```\n$ journalctl -k\nLine\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    let prompts = context.config.contexts.compactMap(\.prompt)
    for block in context.outline.codeBlocks {
      guard let fence = block.value.fence, fence.language.text.isEmpty,
        let label = label(of: block.value, prompts, context.config)
      else { continue }
      let fix = Diagnostic.Fix(
        "Label it `\(label)`",
        edits: [.init(fence.marker.upperBound..<fence.marker.upperBound, with: label)])
      diagnostics.append(
        context.finding(
          rule, at: fence.marker, "this block holds commands and has no language",
          explanation: "Label it `\(label)`.", fixes: fence.info.text.isBlank ? [fix] : []))
    }
  }

  private static func label(of code: CodeBlock, _ prompts: [String], _ config: SiteConfig)
    -> String?
  {
    if BlockKind.of(language: "", text: code.text, prompts: prompts) == .transcript {
      return "console"
    }
    guard let word = firstWord(of: code.text), config.programs.contains(word) else { return nil }
    let script = ShellScript.parse(ShellSource(code))
    guard script.errors.isEmpty, script.statements.allSatisfy(isCommand(config)) else { return nil }
    return isSentence(script, word) ? nil : "bash"
  }

  /// Programs with the names of words that a sentence may start with.
  private static let englishWords: Set = [
    "at", "cat", "comm", "cut", "date", "echo", "exit", "expand", "export", "file", "find", "fold",
    "free", "groups", "head", "help", "host", "install", "join", "kill", "last", "less", "link",
    "look", "make", "more", "mount", "nice", "paste", "read", "script", "service", "set", "sleep",
    "sort", "source", "split", "sum", "tail", "test", "time", "top", "touch", "type", "users",
    "wait", "watch", "who", "write", "yes",
  ]

  /// `watch the pods come up`: nothing but words behind a word.
  private static func isSentence(_ script: ShellScript, _ word: String) -> Bool {
    guard englishWords.contains(word), let first = script.simpleCommands.first,
      first.words.count > 2, first.redirections.isEmpty
    else { return false }
    return first.arguments.allSatisfy { argument in
      !argument.isQuoted
        && argument.literal?.allSatisfy { $0.isLetter || ".,:!?".contains($0) } ?? false
    }
  }

  /// True for a known program whose arguments are ones that it takes.
  private static func isCommand(_ config: SiteConfig) -> (Statement) -> Bool {
    { statement in
      statement.pipelines.flatMap(\.commands).allSatisfy { command in
        guard case .simple(let simple) = command, let name = simple.name else { return true }
        if ShellBuiltins.names.contains(name.display) { return true }
        guard let program = config.programs.program(for: simple.words[...]) else { return false }
        return Binder.bind(simple.words[...], to: program).findings.isEmpty
      }
    }
  }

  /// Of the first line that is no comment.
  private static func firstWord(of text: String) -> String? {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n")).lazy
      .map { $0.drop { $0 == UInt8(ascii: " ") } }
    let line = lines.first { !$0.isEmpty && $0.first != UInt8(ascii: "#") }
    return line.map {
      String(decoding: Array($0.prefix { $0 != UInt8(ascii: " ") }), as: UTF8.self)
    }
  }
}
