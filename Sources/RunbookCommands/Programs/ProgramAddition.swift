/// A program that a site brings along: one of its own, or more verbs and options for one that the
/// catalog has.
package struct ProgramAddition: Sendable {
  package let program: Program
  package let extendsCatalog: Bool

  package init(_ program: Program, extendsCatalog: Bool) {
    self.program = program
    self.extendsCatalog = extendsCatalog
  }
}

extension Program {
  /// This program with the verbs and options of another one added to its own.
  func extended(by other: Program) -> Program {
    Program(
      name: name, aliases: aliases + other.aliases, dialect: dialect,
      source: other.source.isEmpty ? source : "\(source); \(other.source)",
      root: root.extended(by: other.root),
      tellsEffects: tellsEffects && other.tellsEffects,
      history: history.extended(by: other.history))
  }
}

extension Verb {
  fileprivate func extended(by other: Verb) -> Verb {
    var result = self
    let given = Set(other.options.flatMap(\.names))
    result.change { options, verbs in
      options.removeAll { !given.isDisjoint(with: $0.names) }
      options += other.options
      for verb in other.verbs {
        if let index = verbs.firstIndex(where: { !Set($0.names).isDisjoint(with: verb.names) }) {
          verbs[index] = verbs[index].extended(by: verb)
        } else {
          verbs.append(verb)
        }
      }
    }
    return result
  }
}
