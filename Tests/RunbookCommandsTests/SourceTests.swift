import RunbookCommands
import RunbookModel
import Testing

@Suite("Shell sources")
struct SourceTests {
  /// Every token's range, cut out of the page.
  private func slices(_ source: ShellSource, of page: String) -> [String] {
    let bytes = Array(page.utf8)
    return ShellScript.parse(source).tokens.map { String(decoding: bytes[$0.range], as: UTF8.self) }
  }

  @Test("A block in a list: ranges skip the indentation")
  func indented() {
    let page = "* x\n\n  ```\n  kubectl get <pod> \\\n    -n \"a\n  b\"\n  ```\n"
    let text = "kubectl get <pod> \\\n  -n \"a\nb\"\n"
    let source = ShellSource(text, lineOffsets: [13, 35, 45])
    let found = slices(source, of: page)
    #expect(found == ["kubectl", "get", "<pod>", "-n", "\"", "a\n  b", "\""])
  }

  @Test("A code block of the model")
  func codeBlock() {
    let block = CodeBlock(text: "a b\nc\n", lineOffsets: [100, 110], fence: nil)
    let script = ShellScript.parse(ShellSource(block))
    #expect(script.simpleCommands.map(\.range) == [100..<103, 110..<111])
    #expect(script.simpleCommands[0].words.map(\.range) == [100..<101, 102..<103])
  }

  @Test("A table cell: a backslash before a pipe belongs to the table")
  func cell() {
    let source = ShellSource(cell: #"a \| b \\| c"#, at: 50)
    #expect(source.text == #"a | b \| c"#)
    let script = ShellScript.parse(source)
    #expect(script.simpleCommands.map(\.range) == [50..<51, 55..<62])
    #expect(script.simpleCommands[1].words.map(\.literal) == ["b", "|", "c"])
  }

  @Test("Backticks: nested commands keep their place")
  func backticks() {
    let page = #"x `a \`b\` "c"` d"#
    let script = ShellScript.parse(ShellSource(inline: page, at: 0))
    let bytes = Array(page.utf8)
    let found = script.simpleCommands.map { String(decoding: bytes[$0.range], as: UTF8.self) }
    #expect(found == [page, #"a \`b\` "c""#, "b"])
  }

  @Test("Fewer offsets than lines is no reason to crash")
  func shortOffsets() {
    let source = ShellSource("a\nb\nc\n", lineOffsets: [10])
    #expect(ShellScript.parse(source).simpleCommands.map(\.range) == [10..<11, 12..<13, 14..<15])
    #expect(ShellScript.parse(ShellSource("", lineOffsets: [])).statements.isEmpty)
    #expect(ShellScript.parse(ShellSource("a 'b", lineOffsets: [])).errors.map(\.range) == [2..<3])
  }

  @Test("Commands are found at any depth, in order")
  func nested() {
    let script = parse(
      "a $(b \"$(c)\") `d` <(e)\nif f; then g; fi | h\nx=$((1 + $(i))) y=${z:-$(j)}\ncat <<E\n$(k)\nE"
    )
    let names = script.simpleCommands.map { $0.name?.literal ?? "" }
    #expect(names == ["a", "b", "c", "d", "e", "f", "g", "h", "", "i", "j", "cat", "k"])
  }

  @Test("Comments and opaque stretches have their ranges")
  func sideTables() {
    let script = parse("a # b\n#c\r\nls @(a|b) x\ncoproc d")
    #expect(script.comments == [2..<5, 6..<8])
    #expect(script.opaque == [13..<19, 22..<28])
  }

  @Test("A backslash with blanks behind it joins nothing")
  func brokenContinuation() {
    let script = parse("a \\ \n  --b \\\n c\\ d 'x\\ \n'\n")
    #expect(script.brokenContinuations == [2..<3])
    #expect(script.statements.count == 2)
  }

  @Test("Words know what of them is fixed")
  func words() {
    let words = parse("--name=<a b> \"x$y\" 'a b' \\-x a$(b)").simpleCommands[0].words
    #expect(words.map(\.literal) == [nil, nil, "a b", "-x", nil])
    #expect(words.map(\.leadingText) == ["--name=", "x", "a b", "-x", "a"])
    #expect(words.map(\.display) == ["--name=<a b>", "x$y", "a b", "-x", "a$(…)"])
    #expect(words.map(\.isQuoted) == [false, true, true, true, false])
    #expect(words[0].placeholders.map(\.range) == [7..<12])
  }

  @Test("Expansions say whether they need their variable")
  func defaults() {
    let pieces = parse("a $x ${x:-1} ${x-1} ${x:=1} ${x:1} ${x%a} ${#x} $1 $@").simpleCommands[0]
      .arguments.flatMap(\.pieces)
    let expansions = pieces.compactMap { piece -> ParameterExpansion? in
      if case .parameter(let expansion) = piece.kind { expansion } else { nil }
    }
    let defaults = [false, true, true, true, false, false, false, false, false]
    #expect(expansions.map(\.hasDefault) == defaults)
    #expect(expansions.map(\.isVariable) == [Bool](repeating: true, count: 7) + [false, false])
  }

  static let notations: [(String, [String])] = [
    ("a <b> x-<c> \"<d>\"", ["angle b", "angle c", "angle d"]),
    (
      "a {{b}} --c={{ d }} '{{ e }}' {{ f }}",
      ["mustache b", "mustache d", "mustache e", "mustache f"]
    ),
    ("a {{.b}} '{{range .c}}{{end}}' {{ .d }} ${{e}}", []),
    ("a [POD_NAME] [a-z] [0] [A] \"[POD]\"", ["bracket POD_NAME"]),
    ("a YOUR_NAME your-pod yours yourself", ["yours YOUR_NAME", "yours your-pod"]),
    ("a XXX id-xxxx XX xxxa AKIAXXX", ["crosses XXX"]),
  ]

  @Test("Notations of placeholders", arguments: notations)
  func notation(_ text: String, _ expected: [String]) {
    let bytes = Array(text.utf8)
    let findings = PlaceholderNotation.find(in: parse(text).simpleCommands[0])
    #expect(findings.map { "\($0.notation) \($0.name)" } == expected)
    for finding in findings {
      #expect(String(decoding: bytes[finding.range], as: UTF8.self).contains(finding.name))
    }
  }
}
