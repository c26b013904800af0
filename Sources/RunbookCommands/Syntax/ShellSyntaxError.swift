package import RunbookModel

/// What a shell would refuse, as a value. The range of an unterminated construct is that of its
/// opening, because that is what the author has to look at.
package struct ShellSyntaxError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// An opening without its closing; both as they are written.
    case unterminated(opening: String, closing: String)
    case unterminatedHeredoc(delimiter: String)
    /// `fi` of `if`, `done` of a loop, `then`, `do`, `in`, `esac`.
    case missingKeyword(String, of: String)
    /// An operator or closing that has no place where it stands.
    case unexpected(String)
    /// Nothing stands behind `|`, `&&`, `||`, `!`; or between `then` and `fi` and their like.
    case missingCommand(after: String)
    case missingRedirectionTarget(operator: String)
    case invalidName(String, of: String)
    /// `for`, `select`, `case` or `function` with nothing behind it.
    case missingName(of: String)
    /// More levels than `ShellScript.maximumDepth`; a limit of ours, not of the shell.
    case nestingTooDeep
  }

  package let kind: Kind
  package let range: ByteRange

  package init(kind: Kind, range: ByteRange) {
    self.kind = kind
    self.range = range
  }

  package var message: String {
    switch kind {
    case .unterminated(let opening, let closing):
      "‘\(opening)’ is never closed by ‘\(closing)’"
    case .unterminatedHeredoc(let delimiter):
      "the here-document never ends: no line consists of ‘\(delimiter)’ alone"
    case .missingKeyword(let keyword, let owner):
      "‘\(owner)’ has no ‘\(keyword)’"
    case .unexpected(let token):
      "‘\(token)’ cannot stand here"
    case .missingCommand(let token):
      "no command follows ‘\(token)’"
    case .missingRedirectionTarget(let symbol):
      "‘\(symbol)’ names no file"
    case .invalidName(let name, let owner):
      "‘\(name)’ is no name for ‘\(owner)’"
    case .missingName(let owner):
      "a name has to follow ‘\(owner)’"
    case .nestingTooDeep:
      "nested more than \(ShellScript.maximumDepth) levels deep"
    }
  }

  /// True if the error may only follow from an earlier one.
  var mayBeLeftover: Bool {
    if case .unexpected = kind { true } else { false }
  }

  /// True if closing words further down may be left over from this error.
  var leavesClosings: Bool {
    switch kind {
    case .unexpected, .missingRedirectionTarget: false
    case .unterminated, .unterminatedHeredoc, .missingKeyword, .missingCommand, .invalidName,
      .missingName, .nestingTooDeep:
      true
    }
  }
}
