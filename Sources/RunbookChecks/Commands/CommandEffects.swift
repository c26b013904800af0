package import RunbookCommands
package import RunbookModel

// What a command, a block and a row of a quick reference do is decided here and nowhere else; whoever
// shows or judges it asks.

extension BoundCommand {
  /// What the command does to the system it runs on; nil when no schema says it.
  package var effect: Effect? {
    let base: Effect? =
      if let handed {
        handed.effect
      } else if let invocation {
        // Of a verb that is filled in later, or a word that was passed over, only the worst is sure.
        invocation.isJudged && invocation.program.tellsEffects || invocation.effect > .read
          ? invocation.effect : nil
      } else if let name, Self.quietBuiltins.contains(name) {
        .read
      } else {
        nil
      }
    guard redirections.contains(where: \.writesFile) else { return base }
    return max(base ?? .write, .write)
  }

  /// Builtins of shells that change nothing beyond the shell itself.
  private static let quietBuiltins: Set = [
    ":", "[", "alias", "break", "cd", "continue", "declare", "echo", "exit", "export", "false",
    "history", "jobs", "local", "logout", "popd", "printf", "pushd", "pwd", "read", "readonly",
    "return", "set", "shift", "shopt", "test", "trap", "true", "type", "typeset", "ulimit", "umask",
    "unalias", "unset", "wait",
  ]
}

extension Redirection {
  /// True if a file comes to be or changes; what is thrown away, or sent to a terminal or to another
  /// descriptor, does not.
  var writesFile: Bool {
    switch `operator` {
    case .write, .append, .overwrite, .readWrite, .writeAll, .appendAll: !isNoFile(target.literal)
    case .duplicateOutput:
      // `>& file` is bash's older spelling of `&> file`.
      target.literal.map { name in
        name != "-" && !name.utf8.allSatisfy { (0x30...0x39).contains($0) } && !isNoFile(name)
          && descriptor.isEmpty
      } ?? false
    case .read, .heredoc, .indentedHeredoc, .hereString, .duplicateInput: false
    }
  }

  private func isNoFile(_ path: String?) -> Bool {
    guard let path else { return false }
    return ["/dev/null", "/dev/stderr", "/dev/stdout", "/dev/tty", "/dev/console"].contains(path)
      || path.hasPrefix("/dev/fd/") || path.hasPrefix("/dev/pts/")
  }
}

extension ShellScript {
  /// Redirections into files that no program of the script is given: those of loops and groups, and
  /// `> file` by itself.
  var looseWrites: [Redirection] {
    allCommands.flatMap { command -> [Redirection] in
      switch command {
      case .simple(let simple): simple.words.isEmpty ? simple.redirections : []
      case .compound(let compound): compound.redirections
      }
    }.filter(\.writesFile)
  }
}

extension PowerShellCommand {
  /// What the command does to the system it runs on; nil when its name does not say it.
  package var effect: Effect? {
    guard let parts, let effect = CmdletEffect.of(verb: parts.verb, noun: parts.noun) else {
      return nil
    }
    return has("whatif") ? .read : effect
  }
}

extension Sequence<PowerShellScript> {
  /// As that of shell commands. What no cmdlet is, such as a program or a method, is not known.
  fileprivate var effect: Effect? {
    var strongest: Effect?
    var hasUnknown = false
    for script in self {
      hasUnknown = hasUnknown || script.hasExpressions
      if !script.writes.isEmpty { strongest = Swift.max(strongest ?? .write, .write) }
      for command in script.commands {
        guard let effect = command.effect else {
          hasUnknown = true
          continue
        }
        strongest = Swift.max(strongest ?? .read, effect)
      }
    }
    return strongest == .read && hasUnknown ? nil : strongest
  }
}

extension Sequence<BoundCommand> {
  /// The strongest effect of some commands. That they only read is said when it is known of each.
  fileprivate var effect: Effect? {
    var strongest = Effect.read
    var isSure = false
    var hasUnknown = false
    for command in self {
      guard let effect = command.effect else {
        hasUnknown = true
        continue
      }
      isSure = true
      strongest = Swift.max(strongest, effect)
    }
    return strongest == .read && (hasUnknown || !isSure) ? nil : strongest
  }

  /// The strongest effect of the commands of some scripts, and of what the scripts write besides.
  func effect(of scripts: [ShellScript], _ powerShell: [PowerShellScript] = []) -> Effect? {
    let own =
      scripts.contains { !$0.looseWrites.isEmpty } ? Swift.max(effect ?? .write, .write) : effect
    guard !powerShell.isEmpty else { return own }
    return scripts.isEmpty
      ? powerShell.effect : [own, powerShell.effect].compactMap(\.self).max()
  }
}

extension CodeBlock {
  /// What `effect=` on the fence says that the block does; nil when it says nothing, or a word that is
  /// no effect.
  package var declaredEffect: Effect? {
    attribute("effect").flatMap { Effect(rawValue: $0.value.text) }
  }

  /// The language of a block of statements for a database.
  var statementLanguage: StatementLanguage? {
    switch language.lowercased() {
    case "sql", "mysql", "mariadb", "postgresql", "postgres", "psql", "pgsql", "tsql", "plsql": .sql
    case "redis": .redis
    case "mongo", "mongodb", "mongosh": .mongo
    default: nil
    }
  }

  /// What a block that no shell reads does: what its author says, and what its statements do. That they
  /// only read is not said, as not all statements are known.
  var effectWithoutShell: Effect? {
    let known = statementLanguage?.effect(of: text) ?? .read
    return effect(knowing: known > .read ? known : nil)
  }

  /// What a block does of which so much is known: what its author says, but never less than what is
  /// known of its commands.
  func effect(knowing known: Effect?) -> Effect? {
    guard let declaredEffect else { return known }
    return known.map { max($0, declaredEffect) } ?? declaredEffect
  }
}

extension CheckedRunbook {
  /// What each code block does, by the offset at which the block starts.
  package var effects: [Int: Effect] {
    var effects: [Int: Effect] = [:]
    for entry in outline.codeBlocks {
      effects[entry.range.lowerBound] = entry.value.effectWithoutShell
    }
    for block in blocks { effects[block.range.lowerBound] = block.effect }
    return effects
  }

  /// What each row of a quick reference does. A row that was made from a block does what the block's
  /// author says, too.
  package func effects(of reference: QuickReferenceTable) -> [Effect?] {
    let declared = outline.codeBlocks.filter { $0.value.declaredEffect != nil }
    return reference.rows.map { row in
      let known = row.commands.flatMap(\.bound).effect(of: row.commands.map(\.script))
      let origin = declared.first { $0.range.contains(row.commandCell.lowerBound) }
      return origin?.value.effect(knowing: known) ?? known
    }
  }
}
