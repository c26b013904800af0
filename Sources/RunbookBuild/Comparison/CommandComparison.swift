/// What is different about a command, word by word.
enum CommandComparison {
  static func details(_ old: PageProcedure.Act, _ new: PageProcedure.Act) -> [String] {
    guard !old.isContent, old.commands.count == new.commands.count, !old.commands.isEmpty else {
      return []
    }
    let found = zip(old.commands, new.commands).flatMap(details)
    // The words are the same: what is around them is not.
    return found.isEmpty ? ["what surrounds the command: pipes, redirections or variables"] : found
  }

  private static func details(_ old: CommandWords, _ new: CommandWords) -> [String] {
    guard old.program == new.program else { return ["program: \(old.program) → \(new.program)"] }
    let prefix = old.isNested ? "\(old.program): " : ""
    var details = values(old.verbs, new.verbs, called: "verb")
    details += options(old, new)
    details += values(old.operands, new.operands, called: "argument")
    if details.isEmpty && old.plainWords != new.plainWords { details = ["order of the words"] }
    return details.map { prefix + $0 }
  }

  private static func options(_ old: CommandWords, _ new: CommandWords) -> [String] {
    let (before, after) = (old.options, new.options)
    var names: [String] = []
    for (name, _) in before + after where !names.contains(name) { names.append(name) }
    return names.flatMap { name -> [String] in
      let from = before.filter { $0.name == name }.map(\.value)
      let to = after.filter { $0.name == name }.map(\.value)
      if from == to { return [] }
      if from.isEmpty { return to.map { "\(name)\($0.map { " \($0)" } ?? "") added" } }
      if to.isEmpty { return from.map { "\(name)\($0.map { " \($0)" } ?? "") removed" } }
      return ["\(name): \(list(from)) → \(list(to))"]
    }
  }

  private static func list(_ values: [String?]) -> String {
    values.map { $0 ?? "given" }.joined(separator: ", ")
  }

  private static func values(_ old: [String], _ new: [String], called name: String) -> [String] {
    if old == new { return [] }
    if old.sorted() == new.sorted() { return ["order of the \(name)s"] }
    var gone: [String] = []
    var come: [String] = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(_, let element, _): gone.append(element)
      case .insert(_, let element, _): come.append(element)
      }
    }
    // Removals are told from the last to the first.
    gone.reverse()
    let changed = zip(gone, come).map { "\(name): \($0) → \($1)" }
    return changed + gone.dropFirst(come.count).map { "\(name) \($0) removed" }
      + come.dropFirst(gone.count).map { "\(name) \($0) added" }
  }
}

extension CommandWords {
  fileprivate var verbs: [String] {
    words.compactMap { if case .verb(let text) = $0 { text } else { nil } }
  }

  fileprivate var operands: [String] {
    words.compactMap { if case .operand(let text) = $0 { text } else { nil } }
  }

  fileprivate var options: [(name: String, value: String?)] {
    words.compactMap { if case .option(let name, let value) = $0 { (name, value) } else { nil } }
  }

  fileprivate var plainWords: [String] { words.map(\.text) }
}
