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
      Rule.Example("```console\nvlan 7\n  name mgmt\n!\ninterface Vlan7\n  no shutdown\n```"),
      Rule.Example(
        "```bash\nip address add 10.0.0.1/24 dev eth0\nip route show\nhostname a\nset -e\n```"),
      Rule.Example("```bash\naws x --y '{\n  \"a\": 1,\n  \"b\": 2,\n  \"c\": 3\n}'\n```"),
    ],
    failing: [
      Rule.Example("```▸bash\nsum(rate(http_requests_total[5m])) by (job)\n```"),
      Rule.Example("```▸sh\n{\n  \"a\": 1\n}\n```\n\n```▸console\nSELECT (a) FROM b;\n```"),
      Rule.Example(
        "```▸sh\nkubectl get pods -n a\n\nNAME   READY  STATUS\na      1/1    Running\n```"),
      Rule.Example("```▸bash\nFROM java:8-jre\nCOPY a /a\nENTRYPOINT [\"java\"]\n```"),
      Rule.Example(
        "```▸bash\npostgres=# SELECT (1);\n```\n\n```▸sh\n-f, --force   use (force)\n-h, --help\n```"
      ),
      Rule.Example("```▸sh\nkind: Pod\nmetadata:\n  name: (a)\n```"),
      Rule.Example(
        "```▸bash\nrouter bgp 65001\n  neighbor 10.0.0.1\n    remote-as 65002\nip route 0.0.0.0/0 10.0.0.1\n```\n\n"
          + "```▸bash\nTOR1(config)# no ip redirects\nTOR1# show vlan brief\n```"),
      Rule.Example(
        "```▸sh\nset interfaces ge-0/0/0 unit 0 family inet address 10.0.0.1/24\ncommit check\n```\n\n"
          + "```▸sh\nconfig firewall policy\nedit 1\nset action accept\nnext\nend\n```\n\n"
          + "```▸bash\ncreate net vlan v7 interfaces add { 1.1 { tagged } }\n```"),
    ],
    check: .page(check))

  private static func check(_ context: PageContext, _ diagnostics: inout [Diagnostic]) {
    for block in context.draft.blocks {
      if let finding = mixed(block, context) { diagnostics.append(finding) }
      guard block.kind == .script || block.kind == .unprompted else { continue }
      guard let label = block.code.fence?.language.range,
        let found = block.foreign, isRefused(block) || found.isCertain,
        let (text, language) = name(found, isConsole: block.kind == .unprompted)
      else { continue }
      // A label that Confluence has no colours for would be the next finding.
      let confluence = context.config.confluence
      let isKnown =
        language.map { confluence.isWanted == false || knows($0, confluence.target) } ?? false
      let fix = language.flatMap { isKnown ? $0 : nil }.map {
        Diagnostic.Fix("Label it `\($0)`", edits: [.init(label, with: $0)])
      }
      diagnostics.append(
        context.finding(
          rule, at: label, "a block labelled `\(block.code.language)` looks like \(text)",
          explanation: language.map { "Label it `\($0)`." }
            ?? "Give it the label of its language, or `text` if a program printed it.",
          fixes: [fix].compactMap(\.self), severity: found.misleads ? nil : .info))
    }
  }

  private static func knows(_ language: String, _ target: String) -> Bool {
    ConfluenceTarget(rawValue: target).map {
      ConfluenceLanguage.name(for: language, target: $0) != nil
    } ?? true
  }

  /// Commands with their output under a label that says that all of it is commands.
  private static func mixed(_ block: CommandBlock, _ context: PageContext) -> Diagnostic? {
    guard block.kind == .inferred, block.hasOutput, let label = block.code.fence?.language.range,
      BlockKind.scriptLanguages.contains(block.code.language)
    else { return nil }
    return context.finding(
      rule, at: label,
      "a block labelled `\(block.code.language)` also holds what its commands print",
      explanation:
        "The Copy button takes the output along. Label it `console`, and begin each command "
        + "with `$ `; or put the output into a block of its own.")
  }

  /// What the text is, and its label where that is certain. A console shows what programs print.
  private static func name(_ text: ForeignText, isConsole: Bool) -> (String, String?)? {
    switch text {
    case .promQL: ("PromQL", "promql")
    case .sql: ("SQL", "sql")
    case .dockerfile: ("a Dockerfile", "dockerfile")
    case .session: ("a session of an interactive program, such as psql or Python", nil)
    case .networkDevice:
      isConsole ? nil : ("what is typed into a switch, a router or a firewall", "text")
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
  /// False for what nobody would paste into a shell.
  fileprivate var misleads: Bool {
    switch self {
    case .output, .promQL, .networkDevice: false
    default: true
    }
  }

  /// True for what looks like no command, also where a shell happens to be able to read it.
  fileprivate var isCertain: Bool {
    switch self {
    case .json, .promQL, .sql, .dockerfile, .session, .networkDevice: true
    case .settings, .output: false
    }
  }
}
