import RunbookCommands
import TestSupport
import Testing

/// Input that no one writes by hand: it must neither crash nor take more than linear time.
@Suite("Hostile input", .serialized)
struct HostileTests {
  static let units = [
    "(", "$(", "$((", "((", "\"$(", "\"", "'", "`", "<", "<<", "<<A\n", "\\", "\\\n", "${", "{ ",
    "echo $(a\n", "if a\n", "[[ a\n", "[[ a ", "A=(\n", "case x in\n", "a;b|c&&d ", "<a>", "{\n",
    "(( a\n", "(( a ) b\n", "$(( a ) b\n", "<<A <<B\n", "\"${x:-", "while a; do b\n", "f() {\n",
    "cat <<EOF\n$(\nEOF\n", "a 'b\n", "x=`a\n", "! ", "time ", "# a\n", "<(", "a[", "@(", "a@(\n",
    "@(@(\n", "for x in\n", "<<E\n$('\"", ")", "fi\n", "))\n", "\\`", "`\\`", "$'", "<a ", "\"`",
    "\"`\n", "$[", "&", "a\n", "</a><a>", "{{", "[A]", "$ a\n> b\n", "$ a \\\n", "$ 'a\n",
  ]

  @Test(arguments: units)
  func linear(_ unit: String) {
    #expect(
      Growth.isLinear(upTo: 16_000) {
        String(repeating: unit, count: $0 / unit.utf8.count)
      } work: {
        exercise($0)
      })
  }

  @Test(
    "Each line of a block may begin a command that never ends",
    arguments: ["kubectl get 'x\n", "kubectl get x <<EOF\n", "kubectl get $(\n"])
  func typedLines(_ unit: String) {
    let evidence = CommandEvidence(.shipped)
    #expect(
      Growth.isLinear(upTo: 20_000) {
        ShellSource(
          inline: String(repeating: unit, count: $0 / unit.utf8.count), at: 0)
      } work: {
        _ = TypedLines.find(in: $0, evidence)
      })
  }

  @Test(
    "A megabyte of each opening", arguments: ["(", "$(", "'", "\"", "`", "<", "\\", "${", "(( "])
  func megabyte(_ unit: String) {
    #expect(
      Growth.isLinear(upTo: 1_000_000) {
        String(repeating: unit, count: $0 / unit.utf8.count)
      } work: {
        _ = parse($0)
      })
  }

  @Test("A hundred thousand parentheses are an error with a name")
  func depth() {
    let count = 100_000
    let text = String(repeating: "(", count: count) + "a" + String(repeating: ")", count: count)
    #expect(parse(text).errors.map(\.kind) == [.nestingTooDeep])
    let allowed = ShellScript.maximumDepth
    let open = String(repeating: "( ", count: allowed)
    let close = String(repeating: ")", count: allowed)
    #expect(parse(open + "a" + close).errors.isEmpty)
    #expect(parse("( " + open + "a" + close + ")").errors.map(\.kind) == [.nestingTooDeep])
  }

  @Test("Commands that are not between brackets nest no deeper")
  func coprocesses() {
    let allowed = String(repeating: "coproc ", count: ShellScript.maximumDepth) + "a"
    #expect(parse(allowed).errors.isEmpty)
    #expect(parse("coproc " + allowed).errors.map(\.kind) == [.nestingTooDeep])
    let many = String(repeating: "coproc ", count: 100_000) + "a"
    #expect(parse(many).errors.map(\.kind) == [.nestingTooDeep])
  }

  @Test("What stands behind an error of depth is still read")
  func depthRecovery() {
    let text = String(repeating: "$(", count: 1000) + "\nb c\n"
    #expect(parse(text).simpleCommands.map { $0.name?.literal } == ["b"])
  }

  @Test("Random bytes keep every promise about ranges", arguments: 0..<40)
  func random(_ seed: Int) {
    var random = Random(seed: UInt64(seed))
    let alphabet = Array("\"'`$(){}[]<>|&;\\\n\n #ab=\t-!*E\r".utf8)
    let bytes = (0..<3000).map { _ in
      seed % 4 == 0 ? UInt8(random.below(256)) : alphabet[random.below(alphabet.count)]
    }
    let source = ShellSource(inline: String(decoding: bytes, as: UTF8.self), at: 0)
    let script = ShellScript.parse(source)
    expectLossless(script, source.bytes)
    let all = 0..<source.bytes.count
    for error in script.errors { #expect(error.range.clamped(to: all) == error.range) }
    for command in script.allCommands { #expect(command.range.clamped(to: all) == command.range) }
    for word in script.allWords { #expect(word.range.clamped(to: all) == word.range) }
    exercise(source.text)
  }

  private func exercise(_ text: String) {
    let source = ShellSource(inline: text, at: 0)
    let script = ShellScript.parse(source)
    for command in script.simpleCommands { _ = PlaceholderNotation.find(in: command) }
    _ = CommandText.copyable(source)
    _ = CommandText.copyable(Transcript.split(source))
    _ = CommandPattern(script, nested: true).runs.count
  }
}

/// The tokens are in order, do not overlap, and leave out blanks, line ends and backslashes only.
func expectLossless(
  _ script: ShellScript, _ bytes: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) {
  var end = 0
  var left: [UInt8] = []
  for token in script.tokens {
    guard token.range.lowerBound >= end else {
      Issue.record(
        "\(token) starts before \(end): \(String(decoding: bytes[token.range], as: UTF8.self))",
        sourceLocation: sourceLocation)
      return
    }
    left += bytes[end..<token.range.lowerBound]
    end = token.range.upperBound
  }
  left += bytes[end...]
  let allowed = Set(" \t\r\n\\".utf8)
  let unexpected = left.filter { !allowed.contains($0) }
  #expect(
    unexpected.isEmpty, "\(String(decoding: unexpected, as: UTF8.self))",
    sourceLocation: sourceLocation)
}
