/// What a code block holds, by its language word and its lines.
package enum BlockKind: Sendable, Hashable {
  /// Commands only.
  case script
  /// Prompts, commands and output, as a console shows them.
  case transcript
  /// Labelled as a console, yet without a prompt. It may hold commands or output, and which of them
  /// cannot be told: of the 118 such blocks of three public runbook collections most are commands,
  /// some output, some PromQL.
  case unprompted
  /// Commands and perhaps output in a block that no label calls shell: what its lines look like says
  /// so.
  case inferred
  /// Commands of PowerShell.
  case powerShell
  /// No shell, as far as the page and its lines say.
  case other

  /// A block labelled as a script counts as a transcript once a line of it has a prompt; so does a
  /// block without a label, and one labelled as PowerShell with a prompt of PowerShell. Any other label that names another language is believed.
  package static func of(language: String, text: String, prompts: [String] = []) -> BlockKind {
    of(language: language, text: text, PromptRecognizer(prompts: prompts))
  }

  /// The same for a recognizer that was made for many blocks.
  package static func of(
    language: String, text: String, _ recognizer: PromptRecognizer
  ) -> BlockKind {
    let isLower = language.utf8.allSatisfy { !(0x41...0x5A).contains($0) && $0 < 0x80 }
    let word = isLower ? language : language.lowercased()
    let isConsole = transcriptLanguages.contains(word)
    let isScript = scriptLanguages.contains(word)
    if powerShellLanguages.contains(word) {
      return hasPrompt(text, PromptRecognizer(), ofPowerShell: true) ? .transcript : .powerShell
    }
    guard isConsole || isScript || word.isEmpty else { return .other }
    let own = word.isEmpty ? recognizer : recognizer.opening(text.utf8)
    if hasPrompt(text, own) { return .transcript }
    return isScript ? .script : isConsole ? .unprompted : .other
  }

  package static let scriptLanguages: Set<String> = ["bash", "sh", "shell", "zsh", "ksh"]
  package static let powerShellLanguages: Set<String> = [
    "azurepowershell", "azurepowershell-interactive", "posh", "powershell",
    "powershell-interactive",
    "ps1", "pwsh",
  ]
  package static let transcriptLanguages: Set<String> = [
    "console", "shell-session", "shellsession", "sh-session", "bash-session", "terminal",
  ]

  private static func hasPrompt(
    _ text: String, _ recognizer: PromptRecognizer, ofPowerShell: Bool = false
  ) -> Bool {
    Array(text.utf8).split(separator: Byte.newline).contains { line in
      guard let length = recognizer.length(in: line) else { return false }
      return !ofPowerShell || PromptRecognizer.isPowerShell(line.prefix(length))
    }
  }
}
