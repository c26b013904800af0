import RunbookModel

/// Which variables get values, and what the scripts of a page do with variables.
struct ValueVariables {
  /// By the variable's name: the places of the values that it is given.
  var assigned: [String: Set<Int>] = [:]
  /// By the variable's name: what its value may be, after all uses.
  private(set) var uses: [String: ValueLimit] = [:]

  /// Variables whose values shells and other programs run.
  static let readAgain: Set = [
    "BASH_ENV", "EDITOR", "ENV", "GIT_SSH_COMMAND", "LESSOPEN", "MANPAGER", "PAGER",
    "PROMPT_COMMAND", "PS0", "PS1", "PS2", "PS4", "RSYNC_RSH", "VISUAL",
  ]

  mutating func use(_ name: String, _ kind: ValueLimit.Kind, _ reason: ValueHazard) {
    let limit = ValueLimit(kind: kind, reason: reason)
    uses[name] = uses[name]?.merged(with: limit) ?? limit
  }

  mutating func add(_ other: ValueVariables) {
    for (name, limit) in other.uses { uses[name] = uses[name]?.merged(with: limit) ?? limit }
    assigned.merge(other.assigned) { $0.union($1) }
  }

  /// What a script does with `$1`, `$@` and the others.
  var parameters: ValueLimit? {
    uses.filter { $0.key.utf8.allSatisfy { Byte.isDigit($0) || $0.isOne(of: "@*") } }
      .reduce(nil) { limit, use in use.value.merged(with: limit) }
  }
}
