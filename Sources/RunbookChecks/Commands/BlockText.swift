import RunbookCommands
import RunbookModel

/// What a code block holds for a shell: decided by its label, and where the label says nothing, by its
/// lines.
struct BlockText {
  let kind: BlockKind
  /// One script, or one for each prompt of a transcript.
  var scripts: [ShellScript] = []
  var transcript: Transcript?
  /// Whether a block that no label calls shell has other lines than its commands.
  var hasOutput = false
  /// The same of PowerShell.
  var powerShell: [PowerShellScript] = []
  /// What it holds instead, where its label says that it is for a shell.
  var foreign: ForeignText?

  /// Reads the blocks of one page.
  struct Reader {
    private let prompts: [String]
    private let recognizer: PromptRecognizer
    private let evidence: CommandEvidence
    private let file: SourceFile

    /// A set of tabs with a note in a tab: three.
    private static let maximumDepth = 4

    init(_ config: SiteConfig, _ file: SourceFile) {
      prompts = config.contexts.compactMap(\.prompt)
      recognizer = PromptRecognizer(prompts: prompts)
      evidence = CommandEvidence(config.programs)
      self.file = file
    }

    /// - Parameter depth: how many directives are around the block.
    func read(_ code: CodeBlock, depth: Int = 0) -> BlockText {
      if let fence = code.fence, ForeignDirective.isDirective(fence) {
        return depth < Self.maximumDepth ? inside(code, depth) : BlockText(kind: .other)
      }
      let source = ShellSource(code)
      switch kind(of: code, source) {
      case .powerShell:
        // Where all of it are programs of other systems, they are held against their schemas.
        let typed = TypedLines.find(in: source, evidence).flatMap { $0.isWhole ? $0 : nil }
        return BlockText(
          kind: .powerShell, scripts: typed?.scripts ?? [],
          powerShell: [PowerShellScript.parse(source)])
      case .script:
        // A file of bats is read by bats: `@test` is no command.
        if code.text.holds(UInt8(ascii: "@")),
          code.text.hasPrefix("@test ") || code.text.contains("\n@test ")
        {
          return BlockText(kind: .other)
        }
        let script = ShellScript.parse(source)
        let foreign = ForeignText.of(code, [script], in: file)
        if foreign?.mayHoldCommands == true, let typed = TypedLines.find(in: source, evidence) {
          return BlockText(kind: .inferred, scripts: typed.scripts, hasOutput: true)
        }
        return BlockText(kind: .script, scripts: [script], foreign: foreign)
      case .transcript: return transcript(source, prompts)
      case .unprompted: return unprompted(code, source)
      case .inferred, .other:
        if !neverShell.contains(code.language), showsCommands(at: "$ ", in: code) {
          return transcript(source, prompts)
        }
        guard let typed = typed(in: code, source), !NetworkDevice.isFound(in: code.text) else {
          return BlockText(kind: .other)
        }
        return BlockText(
          kind: .inferred, scripts: typed.scripts, hasOutput: !typed.isWhole)
      }
    }

    /// The commands of the blocks that stand inside a directive of MyST: its fence holds text for the
    /// reader, and that may have fences of its own.
    private func inside(_ directive: CodeBlock, _ depth: Int) -> BlockText {
      let texts = InnerBlocks.of(directive).map { read($0, depth: depth + 1) }
      let scripts = texts.filter {
        $0.kind != .other && $0.kind != .powerShell && $0.foreign == nil
      }.flatMap(\.scripts)
      return scripts.isEmpty
        ? BlockText(kind: .other) : BlockText(kind: .inferred, scripts: scripts, hasOutput: true)
    }

    /// What the block's label says, and where it says little, whether it looks like PowerShell.
    private func kind(of code: CodeBlock, _ source: ShellSource) -> BlockKind {
      let kind = BlockKind.of(language: code.language, text: code.text, recognizer)
      switch kind {
      case .unprompted, .other:
        let says = kind == .other && !code.language.isEmpty && !vague.contains(code.language)
        return !says && PowerShellEvidence.isFound(in: source) ? .powerShell : kind
      case .transcript: return isCommented(code) ? .script : kind
      case .script, .inferred, .powerShell: return kind
      }
    }

    /// Whether a script has nothing but comments where a context's prompt of root would stand.
    private func isCommented(_ code: CodeBlock) -> Bool {
      let others = prompts.filter { !$0.hasPrefix("#") }
      guard others.count < prompts.count, BlockKind.scriptLanguages.contains(code.language) else {
        return false
      }
      return BlockKind.of(language: code.language, text: code.text, prompts: others) == .script
        && !showsCommands(at: "# ", in: code)
    }

    private func transcript(_ source: ShellSource, _ prompts: [String]) -> BlockText {
      let transcript = Transcript.split(source, prompts: prompts)
      return BlockText(
        kind: .transcript, scripts: transcript.entries.filter { !$0.isForeign }.map(\.script),
        transcript: transcript,
        powerShell: transcript.entries.filter(\.isForeign).map {
          PowerShellScript.parse($0.command)
        })
    }

    /// A console block without a prompt that is known may be all output: then it does not parse, or
    /// looks odd. `# ` is the prompt of root where nothing but commands follows it.
    private func unprompted(_ code: CodeBlock, _ source: ShellSource) -> BlockText {
      if showsCommands(at: "# ", in: code) { return transcript(source, prompts + ["#"]) }
      let script = ShellScript.parse(source)
      if !script.errors.isEmpty, let typed = TypedLines.find(in: source, evidence) {
        return BlockText(kind: .inferred, scripts: typed.scripts, hasOutput: true)
      }
      let scripts = script.errors.isEmpty ? [script] : []
      return BlockText(
        kind: .unprompted, scripts: scripts, foreign: ForeignText.of(code, scripts, in: file))
    }

    /// Whether a text begins with a line of this prompt, and each such line is a command that somebody
    /// typed.
    private func showsCommands(at prompt: String, in code: CodeBlock) -> Bool {
      guard code.text.drop(while: { $0 == "\n" || $0 == " " }).hasPrefix(prompt) else {
        return false
      }
      let lines = code.text.split(separator: "\n").filter { $0.hasPrefix(prompt) }
      return !lines.isEmpty
        && lines.allSatisfy { line in
          let text = String(line.dropFirst(prompt.count))
          let script = ShellScript.parse(ShellSource(inline: text, at: 0))
          return script.simpleCommands.first.map(evidence.isTyped) ?? false
        }
    }

    /// The commands of a block that is not labelled as shell. A label that names another language is
    /// only doubted where every line is a command.
    private func typed(in code: CodeBlock, _ source: ShellSource) -> TypedLines? {
      guard !neverShell.contains(code.language), let typed = TypedLines.find(in: source, evidence)
      else { return nil }
      return typed.isWhole || vague.contains(code.language) ? typed : nil
    }
  }
}

/// Labels that say nothing of what a block holds.
private let vague: Set = [
  "", "text", "txt", "plain", "plaintext", "none", "cmd", "command", "commands", "cli", "output",
  "log", "code",
]

/// Languages whose lines may look like commands and are read by another program.
private let neverShell: Set = [
  "bat", "batch", "dos", "dosbatch", "winbatch", "dockerfile", "docker", "makefile", "make", "diff",
  "patch", "mermaid",
  "math", "systemd", "cron", "crontab", "bats", "tcl", "expect", "markdown", "md",
]

extension ForeignText {
  /// Whether commands may stand among it: between what programs print and settings, not in a query.
  fileprivate var mayHoldCommands: Bool {
    switch self {
    case .output, .settings, .json, .promQL: true
    case .sql, .session, .dockerfile, .networkDevice: false
    }
  }
}
