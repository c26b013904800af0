import RunbookChecks
import RunbookCommands
import RunbookModel

/// Writes a procedure as a script of bash.
struct ScriptWriter {
  typealias Input = ProcedureScript.Input
  typealias Step = ProcedureScript.Step

  private let script: ProcedureScript
  private var parts: [String] = []

  static func text(_ script: ProcedureScript) -> String {
    var writer = ScriptWriter(script: script)
    writer.write()
    return writer.parts.joined(separator: "\n\n") + "\n"
  }

  private init(script: ProcedureScript) { self.script = script }

  private mutating func write() {
    parts.append(head)
    parts.append(usage)
    parts.append(state)
    parts.append(ScriptFrame.messages)
    parts.append(ScriptFrame.steps)
    parts += checks
    if !script.inputs.isEmpty {
      parts.append(ScriptInputs.setters(script.inputs))
      parts.append(ScriptFrame.require)
    }
    if script.inputs.contains(where: \.isAsked) { parts.append(ScriptFrame.askValue) }
    if !script.environments.isEmpty {
      parts.append(ScriptInputs.environments(script.inputs, script.environments))
    }
    for (index, step) in script.steps.enumerated() { parts.append(function(step, index)) }
    parts.append(ScriptInputs.arguments(script))
    parts.append(main)
  }

  /// The functions that check values, as far as they are used.
  private var checks: [String] {
    let inputs = script.inputs
    var checks = inputs.isEmpty ? [] : [ScriptFrame.values]
    if inputs.contains(where: { !$0.patterns.isEmpty && $0.choices.isEmpty }) {
      checks.append(ScriptFrame.match)
    }
    if inputs.contains(where: { !$0.choices.isEmpty }) { checks.append(ScriptFrame.choice) }
    if inputs.contains(where: { !$0.limits.isEmpty }) { checks.append(ScriptFrame.limit) }
    if inputs.contains(where: \.isOneLine) { checks.append(ScriptFrame.line) }
    if inputs.contains(where: { $0.forms.contains { !$0.isEmpty } }) {
      checks.append(ScriptFrame.quote)
    }
    return checks
  }

  // MARK: The head

  private var head: String {
    var lines = ["#!/usr/bin/env bash", "# " + Self.line(script.title), "#"]
    lines.append(
      "# Made by 'runbookgen script' from \(Self.line(script.sourcePath)). Change the page, and make it again."
    )
    if let owner = script.metadata.owner?.value {
      lines.append("# Owner: " + Self.line(owner.team))
    }
    if let reviewed = script.metadata.reviewed?.value { lines.append("# Reviewed: \(reviewed)") }
    lines.append("#")
    lines.append(
      "# It stops at the first command that fails, at a variable without a value, and at a failure inside a"
    )
    lines.append("# pipeline; where commands count on one, that is switched off around them.")
    lines.append("set -euo pipefail")
    return lines.joined(separator: "\n")
  }

  private var usage: String {
    var text = Self.line(script.title) + "\n"
    func option(_ name: String, _ words: String) {
      text += "  " + name.padded(to: 18) + " " + Self.line(words) + "\n"
    }
    if !script.inputs.isEmpty {
      text += "\nValues:\n"
      for input in script.inputs { option(ScriptInputs.option(input), ScriptInputs.summary(input)) }
    }
    text += "\nOptions:\n"
    if !script.environments.isEmpty {
      option(
        "--environment NAME",
        "Take the values of: " + script.environments.joined(separator: ", ") + ".")
    }
    option("--dry-run", "Show what would run, and run nothing.")
    option("--from STEP", "Begin at a step.")
    option("--only STEP", "Run this step; may be given again for others.")
    option("--yes", "Take warnings as read. What destroys something is still asked.")
    option("--yes=STEP", "Confirm what a step destroys; may be given again for others.")
    option("--help", "Show this.")
    text += "\nSteps:\n"
    for (index, step) in script.steps.enumerated() {
      let isDestructive = step.parts.contains {
        if case .commands(let commands) = $0 { commands.destroys != nil } else { false }
      }
      text +=
        "  \(number(step, index))  \(step.id)  \(Self.line(step.title))\(isDestructive ? " (destroys something)" : "")\n"
    }
    return
      "runbook_usage() {\n  printf '%s\\n' \"Usage: $0 [options]\" ''\n  cat <<'RUNBOOK_USAGE'\n"
      + text + "RUNBOOK_USAGE\n}"
  }

  private func number(_ step: Step, _ index: Int) -> Int {
    script.steps.contains { $0.number != nil } ? step.number ?? 0 : index + 1
  }

  private var state: String {
    var lines = [
      "runbook_dry=false", "runbook_yes=false", "runbook_confirmed=''", "runbook_from=''",
      "runbook_only=''", "runbook_now=''",
    ]
    if !script.inputs.isEmpty { lines.append("runbook_given=''") }
    lines.append("runbook_names=(" + script.steps.map(\.id).joined(separator: " ") + ")")
    lines.append(
      "runbook_numbers=("
        + script.steps.enumerated().map { String(number($0.element, $0.offset)) }.joined(
          separator: " ") + ")")
    for input in script.inputs {
      for form in input.forms {
        lines.append(
          "\(ScriptFilling.variable(input.option, form))=\(Self.quoted("<\(input.name)>"))")
      }
    }
    return lines.joined(separator: "\n")
  }

  // MARK: Steps

  private static func name(_ step: Step) -> String {
    "step_" + String(step.id.map { $0 == "-" ? "_" : $0 })
  }

  private func function(_ step: Step, _ index: Int) -> String {
    let title = (step.number.map { "\($0). " } ?? "") + Self.line(step.title)
    var text = "# \(title)\n# \(Self.line(script.sourcePath)):\(step.line)\n"
    var heading = title
    if let context = step.context {
      let place = Self.line(context.title)
      text += "# Runs in: \(place)"
      if let entry = context.enteredBy?.command?.value {
        text += ", which one enters with '\(Self.line(entry))'"
      }
      text += ".\n"
      heading += " (in: \(place))"
    }
    text += Self.name(step) + "() {\n"
    text += "  runbook_step \(step.id) \(Self.quoted(heading))\n"
    for input in script.inputs where input.isAsked && step.inputs.contains(input.option) {
      text +=
        "  runbook_require_asked \(input.option) \(Self.quoted(ScriptInputs.sourceOfValue(input)))"
        + " \(input.isSecret ? "secret" : "open")\n"
    }
    if let user = step.context?.user {
      text += "  if runbook_runs && [[ $(id -un) != \(Self.quoted(user)) ]]; then\n"
      text +=
        "    runbook_stop \(Self.quoted("These commands run as \(user) in: \(Self.line(step.context?.title ?? "")). This is another user."))\n  fi\n"
    }
    for part in step.parts { text += self.part(part) }
    return text + "}"
  }

  private func part(_ part: ProcedureScript.Part) -> String {
    switch part {
    case .warning(let warning):
      return
        "  runbook_warn \(Self.quoted("\(warning.kind.rawValue.capitalizedWord): \(warning.text)"))\n"
    case .content(let language, let line):
      return
        "  runbook_warn \(Self.quoted("The page shows a block of \(language) at line \(line), which nobody but you can use."))\n"
    case .commands(let commands): return block(commands)
    }
  }

  private func block(_ commands: ProcedureScript.Commands) -> String {
    var delimiter = "RUNBOOK_SHOWN"
    while commands.shown.split(separator: "\n").contains(Substring(delimiter)) { delimiter += "_" }
    var text = "  runbook_show <<\(delimiter)\n\(commands.shown)\(delimiter)\n"
    if let destroys = commands.destroys { text += "  runbook_destroys \(Self.quoted(destroys))\n" }
    text += "  if runbook_runs; then\n"
    if !commands.programs.isEmpty {
      text += "    runbook_programs \(commands.programs.joined(separator: " "))\n"
    }
    text += "    # The page's own text, from line \(commands.line) on.\n"
    text += commands.text
    text += "  fi\n"
    if let expected = commands.expected {
      text += "  runbook_say \(Self.quoted("Expected: \(expected)"))\n"
    }
    return text
  }

  // MARK: The end

  private var main: String {
    var text = "trap runbook_end EXIT\nrunbook_arguments \"$@\"\n"
    let early = script.inputs.filter { !$0.isAsked }
    text += "for runbook_name in \"${runbook_names[@]}\"; do\n"
    text += "  runbook_is_wanted \"$runbook_name\" || continue\n"
    text += "  runbook_wanted+=(\"$runbook_name\")\n"
    text += "  case $runbook_name in\n"
    for step in script.steps {
      let needs = early.filter { step.inputs.contains($0.option) }.map(\.option)
      guard !needs.isEmpty else { continue }
      text +=
        "    \(step.id))\n" + needs.map { "      runbook_require \($0)\n" }.joined() + "      ;;\n"
    }
    text += "    *) ;;\n  esac\ndone\n"
    text += "for runbook_name in \"${runbook_wanted[@]}\"; do\n  case $runbook_name in\n"
    for step in script.steps { text += "    \(step.id)) \(Self.name(step)) ;;\n" }
    text += "    *) ;;\n  esac\ndone\nrunbook_now=''"
    return "runbook_wanted=()\n" + text
  }

  // MARK: Words

  /// A text in quotes that keep the shell from reading it.
  static func quoted(_ text: String) -> String {
    // In single quotes ShellCheck takes `$x` for an oversight.
    if text.contains("`") || text.contains("$") && !text.hasSuffix("$")
      || text.split(separator: "$").count > 1
    {
      return "\"" + text.reduce(into: "") { $0 += "\\\"$`".contains($1) ? "\\\($1)" : String($1) }
        + "\""
    }
    return inSingleQuotes(text)
  }

  private static func inSingleQuotes(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// A text as one line without anything that a terminal would obey.
  static func line(_ text: String) -> String {
    TerminalText.escaped(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
  }
}

extension String {
  fileprivate var capitalizedWord: String { prefix(1).uppercased() + dropFirst() }
}
