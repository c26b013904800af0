/// What a description of a program says otherwise than the program itself.
package struct ProgramComparison: Sendable {
  package struct Difference: Sendable, Equatable {
    package enum Kind: String, Sendable {
      /// The program has it, and the description does not.
      case new
      /// The description has it, and the program does not.
      case gone
      /// Both have it, with and without a value.
      case changed
    }

    package let kind: Kind
    /// The verb, as words behind the program; without any for the program itself.
    package let verb: [String]
    /// The option or the verb.
    package let what: String
    /// How it differs, for `changed`.
    package let how: String
  }

  package private(set) var differences: [Difference] = []

  /// - Parameters:
  ///   - extends: whether the description only adds to a program that is known; what it does not have
  ///     is then nothing new.
  ///   - isWhole: whether all of the program's help could be read; else nothing is gone for certain.
  package init(described: Verb, learnt: Verb, extends: Bool, isWhole: Bool) {
    compare(described, learnt, [], inherited: [], extends, isWhole)
  }

  private mutating func compare(
    _ described: Verb, _ learnt: Verb, _ path: [String], inherited: [ProgramOption],
    _ extends: Bool, _ isWhole: Bool
  ) {
    // What help hides is known to those who wrote it down; what was not read is not gone.
    let canBeGone = isWhole && learnt.isClosed
    let all = described.options + inherited
    for option in learnt.options {
      let names = Set(option.names)
      let same = all.first { !names.isDisjoint(with: $0.names) }
      guard let same else {
        if !extends { add(.new, path, option.names.joined(separator: " ")) }
        continue
      }
      let missing = names.subtracting(same.names).sorted()
      if !missing.isEmpty && !extends { add(.new, path, missing.joined(separator: " ")) }
      if let how = Self.difference(same.value, option.value) {
        add(.changed, path, option.names.joined(separator: " "), how)
      }
    }
    let known = Set(learnt.options.flatMap(\.names))
    for option in described.options where canBeGone {
      let gone = option.names.filter { !known.contains($0) }
      if !gone.isEmpty { add(.gone, path, gone.joined(separator: " ")) }
    }
    for verb in learnt.verbs {
      let names = Set(verb.names)
      if let same = described.verbs.first(where: { !names.isDisjoint(with: $0.names) }) {
        compare(same, verb, path + [verb.names[0]], inherited: all, extends, isWhole)
      } else if !extends {
        add(.new, path, verb.names.joined(separator: "|"))
      }
    }
    let verbs = Set(learnt.verbs.flatMap(\.names))
    for verb in described.verbs where canBeGone && verb.instead == nil {
      if verbs.isDisjoint(with: verb.names) { add(.gone, path, verb.names.joined(separator: "|")) }
    }
  }

  /// Between a flag and an option with a value; what may be left out agrees with both.
  private static func difference(_ described: ValueKind, _ learnt: ValueKind) -> String? {
    switch (described, learnt) {
    case (.none, .required): "takes a value"
    case (.required, .none): "takes no value"
    default: nil
    }
  }

  private mutating func add(
    _ kind: Difference.Kind, _ verb: [String], _ what: String, _ how: String = ""
  ) {
    differences.append(Difference(kind: kind, verb: verb, what: what, how: how))
  }
}
