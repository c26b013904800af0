package import RunbookCommands

extension BoundCommand {
  /// What the command does to the system it runs on; nil when no schema says it.
  package var effect: Effect? {
    let base: Effect? =
      if let invocation {
        // Of a verb that is filled in later, or a word that was passed over, only the worst is sure.
        invocation.isJudged || invocation.effect > .read ? invocation.effect : nil
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
  /// True if a file comes to be or changes; what is thrown away, or sent to a terminal, does not.
  fileprivate var writesFile: Bool {
    switch `operator` {
    case .write, .append, .overwrite, .readWrite, .writeAll, .appendAll:
      !["/dev/null", "/dev/stderr", "/dev/stdout", "/dev/tty"].contains(target.literal)
    case .read, .heredoc, .indentedHeredoc, .hereString, .duplicateInput, .duplicateOutput: false
    }
  }
}

extension Sequence<BoundCommand> {
  /// The strongest effect of some commands. That they only read is said when it is known of each.
  package var effect: Effect? {
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
}
