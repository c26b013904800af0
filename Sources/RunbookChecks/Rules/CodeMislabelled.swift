import RunbookCommands
import RunbookModel

enum CodeMislabelled {
  static let rule = Rule(
    "code-mislabelled", .warning, "a block labelled as shell holds another language",
    rationale: """
      The label decides how a block is coloured, copied and checked. A query or a manifest under
      `bash` is no command, and is checked as one.
      """,
    passing: [
      Rule.Example("```bash\nkubectl get pods\n```\n\n```promql\nsum(rate(x[5m]))\n```"),
      Rule.Example("```console\nNAME   READY  STATUS\na      1/1    Running\n```"),
      Rule.Example("```bash\naws x --y '{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}'\n```"),
    ],
    failing: [
      Rule.Example("```▸bash\nsum(rate(http_requests_total[5m])) by (job)\n```"),
      Rule.Example("```▸sh\n{\n  \"a\": 1\n}\n```\n\n```▸console\nSELECT (a) FROM b;\n```"),
      Rule.Example("```▸sh\nkind: Pod\nmetadata:\n  name: (a)\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks where block.kind == .script || block.kind == .unprompted {
      guard let label = block.code.fence?.language.range,
        let found = ForeignText.of(block, in: context.file), isRefused(block) || found.isCertain,
        let (text, language) = name(found, isConsole: block.kind == .unprompted)
      else { continue }
      // A label that Confluence has no colours for would be the next finding.
      let confluence = context.config.confluence
      let isKnown =
        language.map { confluence.isEnabled == false || knows($0, confluence.target) } ?? false
      let fix = language.flatMap { isKnown ? $0 : nil }.map {
        Diagnostic.Fix("Label it `\($0)`", edits: [.init(label, with: $0)])
      }
      diagnostics.append(
        context.finding(
          rule, at: label, "a block labelled `\(block.code.language)` looks like \(text)",
          explanation: language.map { "Label it `\($0)`." }
            ?? "Give it the label of its language, or `text` if a program printed it.",
          fixes: [fix].compactMap(\.self)))
    }
  }

  private static func knows(_ language: String, _ target: String) -> Bool {
    ConfluenceTarget(rawValue: target).map {
      ConfluenceLanguage.name(for: language, target: $0) != nil
    } ?? true
  }

  /// What the text is, and its label where that is certain. A console shows what programs print.
  private static func name(_ text: ForeignText, isConsole: Bool) -> (String, String?)? {
    switch text {
    case .promQL: ("PromQL", "promql")
    case .sql: ("SQL", "sql")
    case .json: isConsole ? nil : ("JSON", "json")
    case .settings: isConsole ? nil : ("`key: value` lines", nil)
    case .output: isConsole ? nil : ("what a program prints", nil)
    }
  }

  /// Where a shell reads the text without an error, it counts as shell.
  private static func isRefused(_ block: CommandBlock) -> Bool {
    // An unprompted block that does not parse has no scripts.
    block.scripts.isEmpty || block.scripts.contains { !$0.errors.isEmpty }
  }
}

extension ForeignText {
  /// True for what looks like no command, also where a shell happens to be able to read it.
  fileprivate var isCertain: Bool {
    switch self {
    case .json, .promQL, .sql: true
    case .settings, .output: false
    }
  }
}
