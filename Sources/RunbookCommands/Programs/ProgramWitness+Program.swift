private import Synchronization

extension ProgramWitness {
  /// Programs that were asked for: the same few on most pages.
  private static let known = Mutex<[String: Program?]>([:])

  /// An open schema of a program that nobody has described; nil when the witness does not know it.
  static func program(named name: String) -> Program? {
    if let program = known.withLock({ $0[name] }) { return program }
    let program = of(name).map { $0.program(named: name) }
    known.withLock { if $0.count < 4096 { $0[name] = .some(program) } }
    return program
  }

  private func program(named name: String) -> Program {
    var root = Verb.open(name)
    // Whether an option takes a value is not known: an attached one is let pass.
    let names = options + letters.map { "-" + String(decoding: [$0], as: UTF8.self) }
    let known = names.map {
      ProgramOption([$0], .optional(.text, orNextWord: false), .init(isRepeatable: true))
    }
    root.effect = .read
    root.change { options, verbs in
      options = known
      verbs = self.verbs.map { name in
        var verb = Verb.open(name)
        verb.effect = .read
        verb.change { options, _ in options = known }
        return verb
      }
    }
    var dialect = Dialect.gnu
    dialect.singleDashLong = options.contains { !$0.hasPrefix("--") }
    return Program(
      name: name, aliases: [], dialect: dialect, source: Self.source, root: root,
      tellsEffects: false)
  }
}
