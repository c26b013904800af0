import RunbookCommands
import Testing

/// Shell text and what it parses to, in the notation of `ShellDump`.
struct SyntaxCase: Sendable, CustomTestStringConvertible {
  let source: String
  let expected: String

  init(_ source: String, _ expected: String) {
    self.source = source
    self.expected = expected
  }

  var testDescription: String { source.debugDescription }
}

@Suite("Shell syntax")
struct SyntaxTests {
  @Test(arguments: SyntaxCases.all)
  func parses(_ test: SyntaxCase) {
    #expect(ShellDump.dump(parse(test.source)) == test.expected)
  }
}

enum SyntaxCases {
  static let all =
    words + expansions + placeholders + redirections + assignments + lists + compound + heredocs
    + errors
}
