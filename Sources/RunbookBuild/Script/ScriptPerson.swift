import RunbookChecks
import RunbookCommands
import RunbookModel

/// What in a block needs somebody at a terminal.
enum ScriptPerson {
  struct Need {
    let offset: Int
    let reason: String
  }

  static func need(of block: CommandBlock) -> Need? {
    session(block) ?? program(block) ?? leaving(block) ?? notation(block)
  }

  // MARK: Programs

  private static func session(_ block: CommandBlock) -> Need? {
    for command in block.commands where command.invocation?.isInteractive == true {
      return Need(
        offset: command.range.lowerBound,
        reason: "'\(title(command))' waits for somebody who types; a script cannot")
    }
    guard !block.opens.isEmpty else { return nil }
    return Need(
      offset: block.range.lowerBound,
      reason: "it opens a session in '\(block.opens[0])'; the steps behind it are typed there")
  }

  private static func program(_ block: CommandBlock) -> Need? {
    for script in block.scripts {
      let waiting = SortedBackground(script)
      for command in block.commands where command.invocation?.isEndless == true {
        let isEnded =
          waiting.contains(command.range.lowerBound)
          || block.commands.contains {
            $0.name == "timeout" && $0.range.contains(command.range.lowerBound)
          }
        guard !isEnded else { continue }
        return Need(
          offset: command.range.lowerBound,
          reason: "'\(title(command))' runs until somebody stops it")
      }
      for command in block.commands {
        guard let reason = keyboard(command, in: script) else { continue }
        return Need(offset: command.range.lowerBound, reason: reason)
      }
    }
    return nil
  }

  /// Statements in the background, which nobody waits for.
  private struct SortedBackground {
    private let ranges: [ByteRange]

    init(_ script: ShellScript) {
      ranges = script.statementLists.flatMap(\.self).filter(\.isBackground).map(\.range)
    }

    func contains(_ offset: Int) -> Bool { ranges.contains { $0.contains(offset) } }
  }

  /// Clients that open a prompt of their own, with the options that give them something to do instead.
  private static let clients: [String: Set<String>] = [
    "mariadb": ["-e", "--execute", "--version", "-V"],
    "mongosh": ["--eval", "-f", "--file", "--version"],
    "mysql": ["-e", "--execute", "--version", "-V"],
    "psql": ["-c", "--command", "-f", "--file", "-l", "--list", "--version", "-V"],
    "sqlite3": [],
  ]

  /// Commands that read what is typed, as nothing else is their input.
  private static func keyboard(_ command: BoundCommand, in script: ShellScript) -> String? {
    guard let name = command.name else { return nil }
    let words = command.words.dropFirst()
    guard command.isNested || isFirst(command, in: script) else { return nil }
    let hasInput = command.redirections.contains {
      [.read, .heredoc, .indentedHeredoc, .hereString].contains($0.operator)
    }
    guard !hasInput else { return nil }
    if let quiet = clients[name] {
      let isGiven = words.contains { word in
        quiet.contains { word.leadingText == $0 || word.leadingText.hasPrefix($0 + "=") }
      }
      let hasStatement = name == "sqlite3" && words.count > 1
      return isGiven || hasStatement ? nil : "'\(name)' opens a prompt of its own"
    }
    if name == "cat", !command.isNested, words.allSatisfy({ $0.leadingText.hasPrefix("-") }) {
      return "'cat' reads what somebody types"
    }
    if ["fg", "suspend"].contains(name) { return "'\(name)' is for a terminal" }
    return nil
  }

  /// Whether nothing is piped into a command.
  private static func isFirst(_ command: BoundCommand, in script: ShellScript) -> Bool {
    !script.statementLists.flatMap(\.self).flatMap(\.pipelines).contains { pipeline in
      pipeline.commands.dropFirst().contains { $0.range.contains(command.range.lowerBound) }
    }
  }

  private static func title(_ command: BoundCommand) -> String {
    let verbs = command.invocation?.verbs.map(\.text) ?? []
    return verbs.isEmpty ? command.name ?? "" : verbs.joined(separator: " ")
  }

  // MARK: The shell itself

  /// A command that ends the shell it is typed into.
  private static func leaving(_ block: CommandBlock) -> Need? {
    for statement in block.scripts.flatMap(\.statements) {
      for pipeline in statement.pipelines where pipeline.commands.count == 1 {
        guard case .simple(let simple) = pipeline.commands[0], let name = simple.name?.literal
        else { continue }
        let ends =
          ["exit", "logout", "return"].contains(name) || name == "exec" && simple.words.count > 1
        guard ends else { continue }
        return Need(
          offset: simple.range.lowerBound,
          reason: "'\(name)' leaves the shell, and with it the script")
      }
    }
    return nil
  }

  /// An alias, which a script does not expand.
  private static func alias(_ command: SimpleCommand) -> Need? {
    guard command.name?.literal == "alias", command.words.count > 1 else { return nil }
    return Need(
      offset: command.range.lowerBound,
      reason: "an alias is for a terminal; write the command itself, or a function")
  }

  /// What the synopsis of a program has, and no command.
  private static func synopsis(_ command: SimpleCommand) -> Need? {
    if let name = command.name?.literal, name.hasPrefix("-") || name.contains("*") {
      return Need(offset: command.range.lowerBound, reason: "'\(name)' is no command")
    }
    for word in command.words.dropFirst() where !word.isQuoted {
      let text = word.leadingText
      let isLeftOut = text.hasSuffix("...") || text == "…" || text == "{{" || text.hasPrefix("{{ ")
      guard isLeftOut || text.hasPrefix("[") && text.count > 1 && command.name?.literal != "["
      else { continue }
      return Need(
        offset: word.range.lowerBound,
        reason:
          "'\(text)' stands for something that the script cannot know; write the command as it is run"
      )
    }
    return nil
  }

  /// A value in a notation that nobody fills in.
  private static func notation(_ block: CommandBlock) -> Need? {
    for command in block.scripts.flatMap(\.simpleCommands) {
      if let need = alias(command) ?? synopsis(command) { return need }
      for found in PlaceholderNotation.find(in: command) where found.notation != .angle {
        return Need(
          offset: found.range.lowerBound,
          reason:
            "'\(found.name)' stands for a value that the script cannot fill in; write it as <name>")
      }
    }
    return nil
  }
}
