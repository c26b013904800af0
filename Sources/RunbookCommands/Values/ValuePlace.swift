package import RunbookModel

/// How a value has to be quoted for one reading of the text that it stands in. The page's script has
/// a function for each.
package enum ValueLayer: String, Sendable, CaseIterable {
  /// Outside quotes: quoted only if it has to be.
  case bare
  /// Outside quotes where even a number needs them: `<n>>file`.
  case quoted
  case single, double
  /// `$'…'`
  case ansi
  /// The body of a here-document that is expanded.
  case heredoc
  /// The body of a here-document that is not, and what no shell reads.
  case text
  /// Backticks read a backslash once more; in double quotes also before `"`.
  case backtick
  case backtickInDouble = "backtick-double"
}

/// What a value may consist of where no quoting holds.
package struct ValueLimit: Sendable, Equatable {
  /// From the mildest to the strictest.
  package enum Kind: String, Sendable, Comparable, CaseIterable {
    /// Letters, digits and `._/:@%+,=-`, which mean nothing to any shell.
    case word
    /// A number, or a word if the page says what the input may be.
    case code
    /// Letters, digits and `_`.
    case name
    case digits
    /// A word, and only if the page says what the input may be.
    case chosen
    case nothing

    package static func < (left: Kind, right: Kind) -> Bool { left.rank < right.rank }

    private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package var kind: Kind
  /// Characters of the kind that may not occur all the same.
  package var excluded = ""
  package var reason: ValueHazard

  package init(kind: Kind, excluded: String = "", reason: ValueHazard) {
    self.kind = kind
    self.excluded = excluded
    self.reason = reason
  }

  /// The stricter of two.
  func merged(with other: ValueLimit?) -> ValueLimit {
    guard let other else { return self }
    var result = other.kind > kind ? other : self
    for character in excluded + other.excluded where !result.excluded.contains(character) {
      result.excluded.append(character)
    }
    return result
  }
}

/// Why no quoting holds.
package enum ValueHazard: Sendable, Equatable {
  case arithmetic
  case expansion
  case variableName
  case commandName
  /// Right after `$`, a variable or a backslash.
  case joined
  /// Program text of another language, by the program that runs it.
  case program(String)
  /// Text that another shell reads, together with what is not known before: `"$X <value>"`.
  case unknownText
  /// A variable whose value a shell reads again.
  case variable(String)
  /// In double quotes in backticks in double quotes: bash looks for braces before it looks for the
  /// backticks, and takes the inner quotes for the end of the outer ones.
  case crossedQuotes
  /// A variable that is used without quotes.
  case splitVariable(String)
  /// A program without a schema gets what may be shell text, or a function of the page.
  case unknownProgram(String)
  /// Sent into a program that takes its input apart.
  case piped(String)
  /// The command could not be read.
  case unread

  /// The end of a sentence, after a colon.
  package var text: String {
    switch self {
    case .arithmetic: "the shell calculates here, and runs a command that a value holds"
    case .expansion: "inside `${…}` no quotes hold"
    case .variableName: "it names a variable here, and the shell runs a command in its subscript"
    case .commandName: "it decides here which program runs"
    case .joined:
      "it stands right after `$`, a variable without braces or a backslash, which takes it in"
    case .program(let name): "it becomes part of the program text that `\(name)` reads"
    case .unknownText: "another shell reads it together with text that is only known when it runs"
    case .variable(let name): "through `$\(name)` it gets to a shell that reads it again"
    case .crossedQuotes: "the double quotes around the backticks end at those inside; use `$(…)`"
    case .splitVariable(let name): "`$\(name)` is used without quotes, so the shell takes it apart"
    case .unknownProgram(let name): "`\(name)` may hand this text to a shell"
    case .piped(let name): "`\(name)` takes apart what it reads"
    case .unread: "the command around it could not be read"
    }
  }

  /// True if the place itself is the fault, whatever else is known about the command.
  package var isCertain: Bool {
    switch self {
    case .arithmetic, .expansion, .variableName, .commandName, .joined, .program, .unknownText,
      .variable, .crossedQuotes:
      true
    case .splitVariable, .unknownProgram, .piped, .unread: false
    }
  }
}

/// A placeholder of a script, and what its value has to go through.
package struct ValuePlace: Sendable {
  package let name: String
  /// In the page, with the angle brackets.
  package let range: ByteRange
  /// The innermost reading first. Nothing is quoted where there is a limit.
  package internal(set) var layers: [ValueLayer] = []
  package internal(set) var limit: ValueLimit?
  /// The value may not complete this to the delimiter of the here-document around it; "" forbids
  /// every value.
  package internal(set) var ending: String?

  /// How often the place was met while the text was read that it was last put into.
  var visits = 0

  mutating func restrict(_ kind: ValueLimit.Kind, _ reason: ValueHazard, without: String = "") {
    restrict(ValueLimit(kind: kind, excluded: without, reason: reason))
  }

  mutating func restrict(_ new: ValueLimit?) {
    guard let new else { return }
    limit = limit?.merged(with: new) ?? new
  }
}
