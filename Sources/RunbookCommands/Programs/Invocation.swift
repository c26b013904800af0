package import RunbookModel

/// A command that was held against the schema of its program. A class, as rules pass it around far more
/// often than one is made.
package final class Invocation: Sendable {
  package struct GivenOption: Sendable {
    package let option: ProgramOption
    /// As it was written, without its value: `-f`, `--follow`.
    package let name: SourceText
    /// The value's word or part of a word, if it has one.
    package let value: ShellWord?

    /// A flag that was given and switched off: `--watch=false`.
    var isOff: Bool { option.value == .none && value?.literal == "false" }
  }

  /// A command inside the command: what `sudo` or `kubectl exec … --` runs.
  package struct Nested: Sendable {
    package let words: ArraySlice<ShellWord>
    package let place: NestedPlace
    /// The operand that names the place, when the schema says that one does.
    package let placeName: String?
    /// Whether more words come behind it: `xargs kubectl delete`.
    package var isOpenEnded = false
  }

  package let program: Program
  /// The program's name and its verbs, as they were written.
  package let verbs: [SourceText]
  package let options: [GivenOption]
  package let operands: [ShellWord]
  package let nested: Nested?
  package let effect: Effect
  package let isEndless: Bool
  package let isInteractive: Bool
  package let findings: [Finding]
  /// Whether every word was held against the schema: none was passed over because the schema does
  /// not list everything, or because a verb is filled in later.
  package let isJudged: Bool
  /// Words that not every version of the program has.
  package let dated: [DatedWord]

  init(_ binding: Binding) {
    program = binding.program
    verbs = binding.verbNames
    options = binding.options
    operands = binding.operands
    nested = binding.nested ?? binding.embedded
    effect = binding.effect
    isEndless = binding.isEndless
    isInteractive = binding.isInteractive
    findings = binding.findings
    isJudged = binding.isJudged && !binding.isNameOnly
    dated = binding.datedWords
  }

  /// Something in a command that its program would refuse, or that is out of date.
  package struct Finding: Sendable {
    package enum Kind: Sendable, Equatable {
      /// A word stands where one of these verbs has to.
      case unknownVerb(String, known: [String])
      case missingVerb(known: [String])
      case unknownOption(String, known: [String])
      /// An option of a verb stands before the verb, where the program does not know it.
      case earlyOption(String, verb: String)
      case missingValue(option: String)
      case unexpectedValue(option: String)
      case badValue(String, wanted: String)
      case missingOperand(String)
      case surplusOperand(String)
      case missingOption(String)
      case conflict(String, with: String)
      case deprecated(String, replacement: String)
      /// An option that takes one value was given this value before.
      case repeated(String, value: String)

      /// Whether something is missing, rather than wrong.
      package var isOfAbsence: Bool {
        switch self {
        case .missingVerb, .missingValue, .missingOperand, .missingOption: true
        default: false
        }
      }
    }

    package internal(set) var kind: Kind
    /// False where others may add verbs or options to those that are listed: the word is then only
    /// very likely a misspelt one.
    package var isCertain = true
    package let range: ByteRange
  }
}
