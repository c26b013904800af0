package import RunbookModel

/// Pipelines joined by `&&` and `||`, up to `;`, `&` or the end of the line.
package struct Statement: Sendable {
  package enum Connector: String, Sendable {
    case and = "&&"
    case or = "||"
  }

  /// Never empty.
  package let pipelines: [Pipeline]
  /// `connectors[i]` stands between `pipelines[i]` and `pipelines[i + 1]`.
  package let connectors: [Connector]
  /// True if the statement ends in `&`.
  package let isBackground: Bool
  package let range: ByteRange
}

/// Commands joined by `|` and `|&`.
package struct Pipeline: Sendable {
  package enum Operator: String, Sendable {
    case output = "|"
    case outputAndErrors = "|&"
  }

  /// Never empty.
  package let commands: [ShellCommand]
  /// `operators[i]` stands between `commands[i]` and `commands[i + 1]`.
  package let operators: [Operator]
  /// True after an odd number of `!`.
  package let isNegated: Bool
  /// True after the reserved word `time`.
  package let isTimed: Bool
  package let range: ByteRange
}

package enum ShellCommand: Sendable {
  case simple(SimpleCommand)
  case compound(CompoundCommand)

  package var range: ByteRange {
    switch self {
    case .simple(let command): command.range
    case .compound(let command): command.range
    }
  }
}

/// Assignments, words and redirections; what binds against a program's schema.
package struct SimpleCommand: Sendable {
  package let assignments: [Assignment]
  package let words: [ShellWord]
  package let redirections: [Redirection]
  package let range: ByteRange

  /// The word that names the program; nil for a command of assignments or redirections only.
  package var name: ShellWord? { words.first }
  package var arguments: ArraySlice<ShellWord> { words.dropFirst() }
}

/// `NAME=value`, `NAME+=value`, `NAME[i]=value` or `NAME=(…)` before the command's name, or as an
/// argument of `declare` and its kin where the value is an array.
package struct Assignment: Sendable {
  package let name: String
  package let nameRange: ByteRange
  package let isAppend: Bool
  /// The value, or the elements of an array; `NAME=` has a value without pieces.
  package let value: [ShellWord]
  package let isArray: Bool
  package let range: ByteRange
}

package struct Redirection: Sendable {
  package enum Operator: String, Sendable, CaseIterable {
    case read = "<"
    case write = ">"
    case append = ">>"
    case overwrite = ">|"
    case readWrite = "<>"
    case heredoc = "<<"
    case indentedHeredoc = "<<-"
    case hereString = "<<<"
    case duplicateInput = "<&"
    case duplicateOutput = ">&"
    case writeAll = "&>"
    case appendAll = "&>>"
  }

  package let `operator`: Operator
  /// The number, or the `{name}`, that stands directly before the operator; "" for none.
  package let descriptor: String
  /// The file, descriptor, text or delimiter behind the operator.
  package let target: ShellWord
  /// Index into `ShellScript.heredocs`: the body follows at the next line.
  package let heredoc: Int?
  package let range: ByteRange
}

package struct Heredoc: Sendable {
  package let delimiter: String
  /// True if any part of the delimiter is quoted: the body then knows no expansion.
  package let isQuoted: Bool
  /// `<<-`: leading tabs are removed from the body.
  package let stripsTabs: Bool
  /// The body as one word; its range starts at the line after the command.
  package let body: ShellWord
  /// For each placeholder that may complete the delimiter at the start of a line, by where it starts
  /// in the page: the rest of the delimiter.
  let endings: [Int: String]
}

/// `( )`, `{ }`, `if`, loops, `case`, functions, `[[ ]]` and `(( ))`.
package struct CompoundCommand: Sendable {
  package enum Keyword: String, Sendable {
    case subshell = "("
    case group = "{"
    case `if`, `for`, `while`, until, `case`, select, function
    case test = "[["
    case arithmetic = "(("
  }

  /// A list of statements and what it is for.
  package struct Section: Sendable {
    package enum Role: Sendable { case condition, body }
    package let role: Role
    package let statements: [Statement]
  }

  package let keyword: Keyword
  /// The variable of `for` and `select`, the name of a function.
  package let variable: String?
  /// The items of a loop, the subject and patterns of `case`, the terms of `[[ ]]` and `(( ))`.
  package let words: [ShellWord]
  package let sections: [Section]
  package let redirections: [Redirection]
  package let range: ByteRange
}
