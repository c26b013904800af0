import RunbookModel
import Testing

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(JSONProblem) -> JSONNode {
    try JSONReader.read(Array(text.utf8))
  }

  @Test func readsEveryKindOfValueWithItsPlace() throws {
    let root = try read(" {\"a\": [1, -2.5e+3, true, false, null], \"b\": {}, \"c\": []} ")
    guard case .object(let members) = root.kind else {
      Issue.record("\(root.typeName)")
      return
    }
    #expect(root.offset == 1)
    #expect(members.map(\.name) == ["a", "b", "c"])
    guard case .array(let elements) = members[0].value.kind else {
      Issue.record("\(members[0].value.typeName)")
      return
    }
    #expect(
      elements.map(\.kind) == [
        .number("1"), .number("-2.5e+3"), .boolean(true), .boolean(false), .null,
      ])
    #expect(elements.map(\.offset) == [8, 11, 20, 26, 33])
    #expect(members[1].value.kind == .object([]))
    #expect(members[2].value.kind == .array([]))
  }

  @Test func resolvesEscapes() throws {
    let text = #""\"\\\/\b\f\n\r\t\u0041\u00e9\u20AC\ud83d\ude00ü""#
    #expect(try read(text).kind == .string("\"\\/\u{8}\u{c}\n\r\tAé€😀ü"))
  }

  /// What is wrong, and the byte at which the reader says so.
  @Test(arguments: [
    ("\\ud83d\\ude42", "\u{1F642}"), ("\\ud83d", "\u{FFFD}"), ("\\ude42", "\u{FFFD}"),
    ("\\ud83dx", "\u{FFFD}x"), ("\\ud83d\\u0041", "\u{FFFD}A"), ("\\ud83d\\n", "\u{FFFD}\n"),
    ("\\ud83d\\ud83d\\ude42", "\u{FFFD}\u{1F642}"), ("\\udfff\\ud800", "\u{FFFD}\u{FFFD}"),
  ])
  func readsHalvesOfPairsWhereTheyMayCome(_ text: String, _ value: String) throws {
    let node = try JSONReader.read(Array("\"\(text)\"".utf8), replacesHalves: true)
    #expect(node.string == value)
  }

  @Test(arguments: [
    ("", 0, "ends"), ("{", 1, "name in quotes"), ("[1", 2, "comma or ']'"), ("[1,]", 3, "value"),
    ("{\"a\" 1}", 5, "colon"), ("{\"a\":1 \"b\":2}", 7, "comma or '}'"), ("{a:1}", 1, "quotes"),
    ("[01]", 2, "comma"), ("-", 1, "digit"), ("1.", 2, "digit"), ("1e", 2, "digit"),
    ("nul", 0, "value"), ("\"abc", 0, "never closed"), ("\"a\nb\"", 2, "control character"),
    ("\"\\x\"", 1, "escape"), ("\"\\", 1, "escape"), ("\"\\u12\"", 3, "hexadecimal"),
    ("\"\\ud800\"", 1, "surrogate"), ("\"\\ud800\\u0041\"", 1, "surrogate"),
    ("\"\\udc00\"", 1, "surrogate"), ("{} x", 3, "follows the end"), ("// c\n{}", 0, "value"),
    ("'a'", 0, "value"), ("\u{FEFF}{}", 0, "value"),
  ])
  func refusesWithAPlace(_ text: String, _ offset: Int, _ words: String) {
    let problem = #expect(throws: JSONProblem.self) { _ = try read(text) }
    #expect(problem?.offset == offset, "\(text): \(problem as Any)")
    #expect(problem?.reason.contains(words) == true, "\(text): \(problem as Any)")
  }

  @Test func refusesWhatIsNotUTF8() {
    let problem = #expect(throws: JSONProblem.self) {
      _ = try JSONReader.read([0x5B, 0x22, 0xFF, 0x22, 0x5D])
    }
    #expect(problem?.offset == 1)
  }

  @Test func deepNestingDoesNotEndTheProgram() {
    for open in ["[", "{\"a\":"] {
      let problem = #expect(throws: JSONProblem.self) {
        _ = try read(String(repeating: open, count: 100_000))
      }
      #expect(problem?.reason.contains("nested") == true)
    }
  }

  /// Whatever is cut off is refused, and nothing ends the program.
  @Test func everyPrefixOfAValueIsRefused() {
    let text = Array(#"{"a": [1.5e3, "x\u00e9\ud83d\ude00\n", true, null], "b": {"c": -0}}"#.utf8)
    for end in text.indices {
      #expect(throws: JSONProblem.self) { _ = try JSONReader.read(Array(text[..<end])) }
    }
  }
}
