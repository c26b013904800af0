import RunbookChecks
import RunbookCommands
import RunbookModel

/// Where a command that fails is no reason to stop. A terminal goes on after every command; a script that
/// changes something must not, unless the status is an answer.
struct ScriptStatus {
  /// What is switched off around a statement, and why.
  struct Relief: Equatable {
    var errexit = false
    var pipefail = false
    var reason = ""

    var off: String { Self.set("+", errexit, pipefail) }
    var on: String { Self.set("-", errexit, pipefail) }

    private static func set(_ sign: String, _ errexit: Bool, _ pipefail: Bool) -> String {
      "set" + (errexit ? " \(sign)e" : "") + (pipefail ? " \(sign)o pipefail" : "")
    }
  }

  private let script: ShellScript
  private let commands: [BoundCommand]
  private let whole: Relief?

  init(_ script: ShellScript, _ commands: [BoundCommand]) {
    self.script = script
    self.commands = commands
    whole = Self.whole(script)
  }

  func relief(of statement: Statement) -> Relief? {
    if let whole { return whole }
    var relief = Relief()
    if let name = answering(statement) {
      relief.errexit = true
      relief.reason = "The status of '\(name)' is an answer, not a failure"
    }
    if let name = closer(in: statement) {
      relief.pipefail = true
      let reason = "'\(name)' may end before the programs that write to it"
      relief.reason = relief.reason.isEmpty ? "Here " + reason : "\(relief.reason); \(reason)"
    }
    return relief.reason.isEmpty ? nil : relief
  }

  // MARK: The whole text

  private static func whole(_ script: ShellScript) -> Relief? {
    for word in script.allWords where word.literal == nil {
      for piece in word.pieces.flatMap(\.withNested) {
        guard case .parameter(let expansion) = piece.kind else { continue }
        if expansion.name == "?" || expansion.name == "PIPESTATUS" {
          return Relief(errexit: true, reason: "The commands look at the status themselves")
        }
      }
    }
    for command in script.simpleCommands {
      let words = command.words.compactMap(\.literal)
      if words.first == "set",
        words.dropFirst().contains(where: { $0.hasPrefix("+") || $0 == "-o" || setsErrexit($0) })
      {
        return Relief(
          errexit: true, pipefail: true,
          reason: "The commands say themselves when a failure stops them")
      }
      if words.first == "trap", words.last == "ERR" {
        return Relief(errexit: true, reason: "The commands handle failures themselves")
      }
    }
    return nil
  }

  private static func setsErrexit(_ word: String) -> Bool {
    word.hasPrefix("-") && !word.hasPrefix("--") && word.contains("e")
  }

  // MARK: Answers

  /// Programs of which a status that is not 0 says something else than that they failed; from their manuals,
  /// "EXIT STATUS".
  private static let answers: [String: Set<String>?] = [
    "[": nil, "cmp": nil, "diff": nil, "egrep": nil, "expr": nil, "fgrep": nil, "fuser": nil,
    "getent": nil, "grep": nil, "lsof": nil, "mountpoint": nil, "pgrep": nil, "pidof": nil,
    "test": nil, "type": nil, "which": nil, "zgrep": nil, "findmnt": nil,
    "command": nil, "git": ["diff"], "kubectl": ["diff"], "oc": ["diff"],
    "systemctl": ["is-active", "is-enabled", "is-failed", "is-system-running", "status"],
    "service": nil, "dpkg": nil, "rpm": nil, "terraform": ["plan"],
  ]

  /// The program that answers with its status, if nothing but reading goes on.
  private func answering(_ statement: Statement) -> String? {
    guard statement.connectors.isEmpty, !statement.isBackground,
      let last = statement.pipelines.last?.commands.last
    else { return nil }
    guard case .simple(let simple) = last, !simple.words.isEmpty else {
      if case .compound(let compound) = last, compound.keyword == .test { return "[[" }
      return nil
    }
    let inside = commands.filter { statement.range.contains($0.range.lowerBound) }
    guard inside.allSatisfy({ ($0.effect ?? .read) == .read }) else { return nil }
    // What `sudo` runs is what answers.
    let decisive = inside.last {
      $0.range.upperBound == simple.words.last?.range.upperBound && !$0.isElsewhere
    }
    guard let decisive, let name = decisive.name, let verbs = Self.answers[name] else { return nil }
    if let verbs {
      guard let invocation = decisive.invocation,
        invocation.verbs.contains(where: { verbs.contains($0.text) })
      else { return nil }
    }
    return name
  }

  // MARK: Programs that end early

  private func closer(in statement: Statement) -> String? {
    let lists = script.statementLists.flatMap(\.self).flatMap(\.pipelines)
    for pipeline in lists where statement.range.contains(pipeline.range.lowerBound) {
      for command in pipeline.commands.dropFirst() {
        guard case .simple(let simple) = command, let name = simple.name?.literal?.lastPathComponent
        else { continue }
        let words = simple.arguments.compactMap(\.literal)
        let isQuiet = words.contains {
          $0.hasPrefix("-") && !$0.hasPrefix("--") && ($0.contains("q") || $0.contains("m"))
            || $0 == "--quiet"
        }
        switch name {
        case "head": return name
        case "grep", "egrep", "fgrep": if isQuiet { return name }
        case "sed": if words.contains(where: { $0.hasSuffix("q") }) { return name }
        case "awk": if words.contains(where: { $0.contains("exit") }) { return name }
        default: break
        }
      }
    }
    return nil
  }
}
