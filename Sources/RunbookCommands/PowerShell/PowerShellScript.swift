package import RunbookModel

/// PowerShell text as its commands, with what PowerShell would refuse beside them.
///
/// What opens and closes, what quotes and where a command may stand follows Microsoft's about_Parsing,
/// about_Quoting_Rules, about_Special_Characters and about_Comments, and for the characters that count
/// as quotation marks, hyphens and spaces the tables of PowerShell's own tokenizer (CharTraits.cs):
/// there typographic ones mean what the plain ones do. `<name>` is a placeholder, as in shell.
package struct PowerShellScript: Sendable {
  /// Every command at any depth, in the order in which they start.
  package let commands: [PowerShellCommand]
  /// Where a backtick does not join two lines, as spaces follow it.
  package let brokenContinuations: [ByteRange]
  package let comments: [ByteRange]
  package let errors: [PowerShellSyntaxError]
  /// `> file` and `>> file`; what is thrown away into `$null` is none.
  package let writes: [ByteRange]
  /// The functions that the text defines, in lower case.
  package let functions: Set<String>
  /// Whether an expression or a keyword stands where a command could, such as `$x =` or `foreach (`.
  package let hasExpressions: Bool

  package static func parse(_ source: ShellSource) -> PowerShellScript {
    var reader = PowerShellReader(source.bytes)
    reader.read()
    return PowerShellScript(reader, source)
  }

  private init(_ reader: PowerShellReader, _ source: ShellSource) {
    commands = reader.commands.map { PowerShellCommand($0, source) }
    brokenContinuations = reader.brokenContinuations.map(source.pageRange)
    comments = reader.comments.map(source.pageRange)
    errors = reader.errors.map {
      PowerShellSyntaxError(kind: $0.kind, range: source.pageRange($0.range))
    }
    writes = reader.writes.map(source.pageRange)
    functions = reader.functions
    hasExpressions = reader.hasExpressions
  }
}

/// A command with its words. What stands in parentheses or braces behind it is no word; the commands in
/// there are commands of their own.
package struct PowerShellCommand: Sendable {
  /// As it is written, without a module before it; nil when it is quoted or comes from a variable.
  package let name: String?
  package let nameRange: ByteRange
  /// `-Name` and `-Name:value`.
  package let parameters: [Parameter]
  /// The words that are no parameters, without the quotation marks around them.
  package let arguments: [String]
  package let range: ByteRange

  package struct Parameter: Sendable {
    /// In lower case, without the hyphen.
    package let name: String
    /// What follows the colon, in lower case; nil without one.
    package let value: String?
  }

  fileprivate init(_ draft: PowerShellReader.Command, _ source: ShellSource) {
    let text = PowerShellText.plain(source.bytes[draft.name])
    name = draft.isLiteral ? text.split(separator: "\\").last.map(String.init) ?? text : nil
    let prefix = draft.isLiteral ? text.utf8.count - (name ?? text).utf8.count : 0
    nameRange = source.pageRange(
      min(draft.name.lowerBound + prefix, draft.name.upperBound)..<draft.name.upperBound)
    var parameters: [Parameter] = []
    var arguments: [String] = []
    for word in draft.words {
      let text = PowerShellText.plain(source.bytes[word])
      guard text.utf8.first == Byte.minus, text.utf8.dropFirst().first.map(Byte.isLetter) == true
      else {
        arguments.append(text.unquoted)
        continue
      }
      let parts = text.dropFirst().lowercased().split(
        separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      parameters.append(
        Parameter(name: String(parts[0]), value: parts.count > 1 ? String(parts[1]) : nil))
    }
    self.parameters = parameters
    self.arguments = arguments
    range = source.pageRange(draft.name.lowerBound..<draft.end)
  }

  /// Whether the command has a parameter, which may be cut short: PowerShell takes `-Rec` for
  /// `-Recurse`. A switch that is set to `$false` does not count.
  package func has(_ parameter: String) -> Bool {
    parameters.contains {
      $0.name.utf8.count > 2 && parameter.hasPrefix($0.name) && $0.value != "$false"
    }
  }

  /// Verb and noun, when the name is made of two such parts.
  package var parts: (verb: String, noun: String)? {
    name.flatMap(CmdletName.parts)
  }
}

/// What PowerShell would refuse, as a value. The range is that of the opening, as the author has to look
/// at it.
package struct PowerShellSyntaxError: Error, Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    /// An opening without its closing; both as they are written.
    case unterminated(opening: String, closing: String)
    /// A closing without its opening.
    case unexpected(String)
    /// `@'` or `@"` with something behind it on its line.
    case hereStringHeader(String)
    /// The end of a here-string with spaces before it.
    case hereStringIndented(closing: String)
  }

  package let kind: Kind
  package let range: ByteRange
}

extension String {
  /// Without the plain quotation marks around it.
  fileprivate var unquoted: String {
    guard utf8.count > 1, let first = utf8.first, first == utf8.last,
      first == Byte.singleQuote || first == Byte.doubleQuote
    else { return self }
    return String(dropFirst().dropLast())
  }
}
