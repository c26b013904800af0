package import RunbookChecks
package import RunbookCommands
import RunbookModel

/// What the confirmation of a destructive command says: what it does, with placeholders, and the
/// environments of the page.
package struct GuardMark {
  /// At most three, and how many there are beside them.
  package let acts: ArraySlice<String>
  package let more: Int
  let environments: [String]

  /// Nil for commands that destroy nothing.
  package init?(_ commands: [BoundCommand], effect: Effect?, _ environments: [String]) {
    guard effect == .destructive else { return nil }
    let known = commands.filter { $0.effect == .destructive }
    // Where only the author says that a block destroys something, every command of it counts.
    let destructive = known.isEmpty ? commands : known
    var acts: [String] = []
    for command in destructive {
      // What it runs is destructive in its own right, and says more.
      let isOuter = destructive.contains {
        $0.isNested && $0.range != command.range && command.range.contains($0.range.lowerBound)
      }
      let act = Self.act(command)
      if !isOuter, !acts.contains(act) { acts.append(act) }
    }
    self.acts = acts.prefix(3)
    more = max(0, acts.count - 3)
    self.environments = environments
  }

  /// The verb and what it is done to, then the other values: `Drain <node>`.
  private static func act(_ command: BoundCommand) -> String {
    guard let invocation = command.invocation else {
      return command.words.map(\.display).joined(separator: " ")
    }
    let verbs = invocation.verbs.map(\.text)
    var words = verbs.count > 1 ? Array(verbs.dropFirst()) : verbs
    words += invocation.operands.map(\.display)
    for word in command.words {
      for piece in word.placeholders {
        guard case .placeholder(let name) = piece.kind else { continue }
        let value = "<\(name)>"
        let isNamed = words.contains { word in
          word == value || word.utf8.contains(UInt8(ascii: "<")) && word.contains(value)
        }
        if !isNamed { words.append(value) }
      }
    }
    let text = words.joined(separator: " ")
    return verbs.count > 1 ? text.prefix(1).uppercased() + text.dropFirst() : text
  }

  func write(_ words: Words, to writer: inout MarkupWriter) {
    if environments.isEmpty {
      writer.raw(" data-guard")
    } else {
      writer.attribute("data-guard", environments.joined(separator: "\n"))
    }
    var act = acts.joined(separator: "; ")
    if more > 0 { act = words.say(.moreActs, count: more, ["acts": act]) }
    if !act.isEmpty { writer.attribute("data-act", act) }
  }
}
