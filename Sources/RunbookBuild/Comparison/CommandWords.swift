import RunbookChecks
import RunbookCommands
import RunbookModel

/// The words of a command, each with what it is to the program, where its schema says so.
struct CommandWords: Sendable, Equatable {
  enum Word: Sendable, Equatable {
    case verb(String)
    /// The longest of its names, and the value.
    case option(String, String?)
    case operand(String)
    /// The command that this one runs begins at this offset.
    case inner(Int)

    var text: String {
      switch self {
      case .verb(let text), .operand(let text): text
      case .option(let name, let value): value.map { "\(name) \($0)" } ?? name
      case .inner: "…"
      }
    }
  }

  /// The program without its folder; the word itself where it is filled in later.
  let program: String
  let words: [Word]
  /// What the command does; nil when that is not known.
  let effect: Effect?
  let isNested: Bool
  let range: ByteRange

  /// The program and its verbs: `kubectl delete`.
  var title: String {
    var parts = [program]
    for case .verb(let verb) in words { parts.append(verb) }
    return parts.joined(separator: " ")
  }

  init(_ command: BoundCommand) {
    let first = command.words.first.map(CanonicalText.text) ?? ""
    program = command.name ?? first
    effect = command.effect
    isNested = command.isNested
    range = command.range
    // What its program would refuse is in no list of what it was given.
    guard let invocation = command.invocation, invocation.isJudged,
      invocation.findings.allSatisfy(\.kind.isOfAbsence)
    else {
      words = command.words.dropFirst().map { .operand(CanonicalText.text($0)) }
      return
    }
    // Options have two names and two ways to be given a value; in which order words stand can matter.
    var placed: [(Int, Word)] = []
    for verb in invocation.verbs.dropFirst() {
      placed.append((verb.range.lowerBound, .verb(verb.text)))
    }
    for option in invocation.options {
      placed.append((option.name.range.lowerBound, Self.word(option)))
    }
    for operand in invocation.operands {
      placed.append((operand.range.lowerBound, .operand(CanonicalText.text(operand))))
    }
    if let inner = invocation.nested?.words.first {
      placed.append((inner.range.lowerBound, .inner(inner.range.lowerBound)))
    }
    words = placed.sorted { $0.0 < $1.0 }.map(\.1)
  }

  private static func word(_ given: Invocation.GivenOption) -> Word {
    let names = given.option.names
    // `--no-wait` says something else than `--wait`.
    let name =
      names.contains(given.name.text)
      ? names.max { ($0.utf8.count, $1) < ($1.utf8.count, $0) } ?? given.name.text : given.name.text
    return .option(name, given.value.map(CanonicalText.text))
  }

}
